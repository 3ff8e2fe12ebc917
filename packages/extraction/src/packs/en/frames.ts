import type { Frame } from '../types.ts'

/**
 * How each kind of event is told in English. Verbs and nouns are lemmas, phrases are lower-case tokens (`~` marks a lemma).
 * `unless` lists the false friends of a trigger, `needs` what must stand beside a weak one.
 */
export const frames: readonly Frame[] = [
  {
    type: 'rescue_release', measure: 'rescued', counts: 'patient', agent: 'rescuer', people: true,
    verbs: ['rescue', 'free', 'release', 'liberate', 'save', 'extricate'],
    phrases: ['~set free', '~get out of', 'let go', '~take out of', '~take off', '~bring out of', 'secured the release', '~secure the release', '~pull out of', '~remove from', '~lead out of', '~get released', '~get freed', '~walk free'],
    nouns: ['rescue', 'release', 'liberation'],
    unless: ['on bail', 'bailed', 'pending trial', 'press release', 'released a statement', 'releases a report', 'new report', 'report released', 'was released on', 'prison', 'pending further', 'released a report', 'without charge', 'released the', 'film', 'released today', 'for immediate release', 'insufficient evidence', 'release certificates', 'on parole', 'body', 'bodies', 'remains'],
  },
  {
    type: 'escape', measure: 'escaped', counts: 'subject', people: true,
    verbs: ['escape', 'flee'],
    phrases: ['~run away', '~slip out', '~jump from', '~jump out', 'managed to flee', '~break free', '~walk out of', '~get away', '~swim across', '~break out'],
    nouns: ['escape'],
    unless: ['poverty', 'war', 'violence', 'conflict', 'persecution', 'from justice', 'police', 'in a bid to flee', 'could not escape', 'unable to escape', 'tried to escape', 'attempting to', 'attempted to', 'try to escape', 'cannot escape', 'tried to flee', 'trying to escape', 'no escape', 'if they'],
  },
  {
    type: 'victim_identification', measure: 'victims', counts: 'patient', agent: 'referrer', people: true,
    phrases: ['~identify as victims', 'identified as victims', 'formally identified', 'identified as a victim', 'identified as potential victims', 'identified as trafficking victims', 'recognised as victims', 'recognized as victims', 'certified as victims', 'release certificates', 'national referral mechanism', 'victim identification', 'vulnerability screenings', 'found to be victims', 'determined to be victims', 'identified as possible victims'],
    verbs: ['screen'],
    unless: ['film', 'screening of the film', 'compounds', 'cinema'],
  },
  {
    type: 'assistance_shelter', measure: 'victims', counts: 'patient', agent: 'carer', people: true,
    phrases: ['~receive care', '~give care', 'provided with food', 'provided them with', '~provide shelter', '~provide temporary shelter', '~provide counselling', 'provided medical', 'medical checks', 'psychosocial support', 'financial assistance', 'financial aid', '~look after by', 'received assistance', '~receive assistance', '~receive support', 'provided accommodation', 'immediate assistance', 'have been assisted', 'shelter and counselling', 'psychosocial check', 'reintegration assistance', 'seen by a doctor', 'temporary shelter', '~place in shelter', 'medical check'],
  },
  {
    type: 'repatriation', measure: 'repatriated', counts: 'patient', agent: 'assisting', people: true,
    verbs: ['repatriate'],
    phrases: ['~fly home', '~send home', '~send back home', '~bring home', '~bring back home', '~return home', '~come home', '~come back from', '~arrive home', '~take home', 'back home', 'flown back', 'brought back from', 'returned to their home', '~bring back', '~fly back', '~travel home', '~arrive back', 'safe return', 'voluntary return', 'return home', 'flight home', 'flight to', 'travel documents', 'travel papers', 'home from', '~help to return', '~help return'],
    nouns: ['repatriation', 'return'],
    unless: ['bodies', 'body', 'remains', 'funds', 'returned to work', 'return to normal', 'suspects', 'in return', 'officers arrived', 'police arrived', 'promised', 'trafficked to', 'to return to police'],
  },
  {
    type: 'repatriation', measure: 'repatriated', counts: 'subject', agent: 'assisting', people: true,
    phrases: ['~return from', '~land at', '~touch down', '~fly to', '~come back to', '~arrive at', '~return to', '~arrive in', '~land in', '~arrive from'],
    needs: ['home', 'repatriated', 'repatriation', 'rescued', 'freed', 'airport', 'returnees', 'ordeal', 'survivors', 'back', 'forced', 'trafficked', 'victims', 'embassy'],
    unless: ['bodies', 'body', 'remains', 'police arrived', 'officers arrived', 'lured', 'promised', 'job offer', 'to return to police'],
  },
  {
    type: 'deportation', measure: 'deported', counts: 'patient', people: true, agent: 'destination_state',
    verbs: ['deport', 'expel'], nouns: ['deportation', 'expulsion'],
    unless: ['could be deported', 'threatened', 'threat', 'fear of', 'threatening', 'face deportation'],
  },
  {
    type: 'handover_border', measure: 'handed_over', counts: 'patient', people: true, agent: 'destination_state',
    phrases: ['~hand over to', '~hand over', '~hand to', 'transferred to thai', '~turn over to', '~cross into', '~cross the', 'transferred across'],
    nouns: ['handover'],
    needs: ['thai', 'border', 'crossing', 'checkpoint', 'bridge', 'embassy', 'authorities', 'immigration', 'across', 'river', 'officials', 'government', 'point'],
    unless: ['list of', 'petition', 'money', 'babies', 'letter', 'shelter', 'cid', 'investigators', 'extradited', 'rescue centre', 'memorandum', 'cheque', 'case to', 'drugs', 'to parents', 'families', 'airport'],
  },
  {
    type: 'raid_search', counts: 'none', agent: 'rescuer',
    verbs: ['raid', 'storm', 'bust', 'inspect'], nouns: ['raid', 'raids', 'bust', 'crackdown', 'sting'],
    phrases: ['~search home', '~search house', '~search flat', '~search premise', 'carried out a raid', '~carry out search', 'searched four homes', '~conduct raid', '~board a', 'officers searched', 'police searched', 'search warrants', 'searched the', 'searched a', 'searched several', 'entrapment operation', 'sting operation', 'search of the', '~dismantle', '~break up ring', 'police break ring'],
    unless: ['air raid', 'air raids', 'search engine', 'search operation for', 'job search', 'search for work', 'on board', 'inspected by'],
  },
  {
    type: 'site_closure', counts: 'none', agent: 'rescuer',
    phrases: ['shut down', '~shut down', '~seal', '~demolish', '~cut power', 'electricity cut', 'closed down', '~close down', '~bulldoze', '~blow up', '~padlock', '~raze'],
    needs: ['building', 'hotel', 'compound', 'compounds', 'premises', 'centre', 'centres', 'center', 'centers', 'site', 'sites', 'brothel', 'brothels', 'factory', 'shop', 'lodge', 'scam', 'electricity', 'kiln', 'house', 'spa', 'hub', 'hubs', 'internet', 'parlour'],
  },
  {
    type: 'arrest_detention', measure: 'arrested', counts: 'patient', agent: 'arresting', people: true,
    verbs: ['arrest', 'detain', 'apprehend', 'nab', 'round'],
    phrases: ['~take into custody', 'in custody', '~round up', '~remand', 'held for', 'held on suspicion', '~hold suspect', 'taken into police custody', '~pick up by police', 'placed under arrest'],
    nouns: ['arrest', 'arrests', 'detention'],
    unless: ['evade arrest', 'arrest warrant', 'arrest warrants', 'cardiac arrest', 'efforts to arrest', 'resisting arrest', 'avoid arrest', 'house arrest', 'threatened with arrest', 'efforts are on to nab', 'threatened', 'custody of', 'custody deaths', 'yet to be arrested', 'held for ransom', 'hostage', 'to arrest the', 'immigration detention'],
  },
  {
    type: 'investigation', counts: 'none', agent: 'arresting',
    phrases: ['~launch investigation', '~open investigation', '~open inquiry', '~open probe', '~launch probe', '~register case', '~register fir', '~begin investigation', '~initiate investigation', '~conduct investigation', 'opened an inquiry', 'opened an investigation', 'launched an investigation', 'launched investigations', 'launched a probe', 'fir has been registered', 'registered a case', 'case has been registered', 'case was registered', 'case registered', 'fir registered', 'registered an fir', 'begun an investigation', 'started an investigation', 'look-out notice', 'lookout notice', 'further investigation', 'investigation is being carried out', 'investigations are continuing', 'investigation is under way', 'investigation is underway', 'are investigating', 'is investigating', 'stages of the investigation', 'ordered a probe', 'ordered an investigation', 'ordered an inquiry', 'opened a case', 'fir no', 'under investigation', 'has been opened', 'launched an inquiry', 'investigations will', 'investigation into', 'is being investigated', 'were registered'],
    verbs: ['probe'],
  },
  {
    type: 'charge_indictment', measure: 'charged', counts: 'patient', agent: 'charging', people: true,
    verbs: ['charge', 'indict', 'arraign', 'chargesheet', 'charge-sheet'],
    phrases: ['~file charge sheet against', '~file chargesheet against', '~file charge against', '~file indictment against', '~book for', '~book under', 'have booked', '~book the', 'booked under', 'named as suspects', 'named as a suspect', 'filed charges', '~face charge', '~file charge', 'charge sheet against', 'chargesheet against', 'supplementary charge sheet', 'faces charges', 'pressed charges', 'file indictments', 'faces * charges', '~accuse formally', 'criminal complaint', 'unsealed'],
    nouns: ['indictment', 'indictments', 'arraignment', 'chargesheet'],
    unless: ['free of charge', 'in charge of', 'service charge', 'charged with protecting', 'in charge', 'per head', 'fee', 'fees', 'extra charge', 'charged them', 'charged customers', 'charged clients', 'charging'],
  },
  {
    type: 'trial_hearing', counts: 'none', agent: 'sentencing',
    phrases: ['~produce before', 'magistrate directed', 'court directed', 'court instructed', 'court ordered', 'magistrate ordered', '~appear in court', '~appear before', '~appear at', 'in court on', 'trial has been', 'trial begins', 'trial began', 'trial opened', 'went on trial', 'go on trial', 'goes on trial', 'stand trial', 'standing trial', 'on trial', 'the trial of', 'court hearing', 'pleaded not guilty', 'plead not guilty', 'bail was refused', 'denied bail', 'bail hearing', 'trial date', 'was remanded', 'produced before', 'testified', 'court heard', 'jurors heard', 'granted bail', 'trial is', 'hearing is', 'next hearing', 'trial will'],
    unless: ['pending trial', 'awaiting trial', 'evidence presented at trial', 'appeared before the senate', 'released pending'],
  },
  {
    type: 'conviction_sentence', measure: 'convicted', counts: 'patient', agent: 'sentencing', people: true,
    verbs: ['sentence', 'convict', 'jail', 'imprison'],
    phrases: ['found guilty', '~find guilty', 'pleaded guilty', '~plead guilty', 'sentenced to', 'got * years', 'guilty verdict', 'years in prison for', '~get year', 'guilty plea', 'prison terms', 'handed a', '~hand * sentence', '~admit to'],
    nouns: ['conviction', 'sentencing'],
    unless: ['minimum sentence', 'maximum sentence', 'faces a', 'face up to', 'could be jailed', 'told they would be jailed', 'faces up to', 'would be jailed', 'punishable by', 'faces a sentence', 'maximum penalty', 'mandatory minimum', 'if convicted', 'previously convicted', 'carries a', 'if found guilty', 'pleaded not guilty', 'life in prison if'],
  },
  {
    type: 'acquittal_dismissal', counts: 'none', agent: 'sentencing',
    verbs: ['acquit', 'quash', 'exonerate'], phrases: ['charges dropped', 'charges were dropped', '~dismiss charge', 'case dismissed', 'found not guilty', 'case against him withdrawn', 'charges withdrawn', 'overturned', '~drop charge', 'case against her withdrawn', 'cleared of'], nouns: ['acquittal'],
  },
  {
    type: 'extradition_transfer', measure: 'handed_over', counts: 'patient', agent: 'arresting', people: true,
    verbs: ['extradite'], nouns: ['extradition'], phrases: ['suspects flown to'],
    unless: ['fighting extradition', 'extradition treaty'],
  },
  {
    type: 'asset_seizure', counts: 'none', agent: 'arresting',
    verbs: ['seize', 'confiscate', 'forfeit', 'freeze'], nouns: ['forfeiture', 'seizure'],
    needs: ['cash', 'money', 'assets', 'property', 'properties', 'virtual currency', 'cryptocurrency', 'bitcoin', 'euros', 'dollars', 'million', 'accounts', 'funds', 'gold', 'vehicles', '$', '€', '£', 'worth', 'usdt', 'rs', 'jewellery'],
    unless: ['passport', 'passports'],
  },
  {
    type: 'death_injury', measure: 'dead', counts: 'subject', people: true,
    verbs: ['die', 'drown'],
    phrases: ['found dead', '~beat to death', 'was killed', 'were killed', 'been killed', '~torture to death', 'fell to his death', 'fell to her death', 'burned to death', 'dead body', 'committed suicide', 'died of', 'body of', 'shot dead'],
    unless: ['killed in a crash', 'killed in an accident'],
  },
  {
    type: 'death_injury', measure: 'injured', counts: 'subject', people: true,
    phrases: ['broke both legs', 'was injured', 'were injured', 'bore bruises', 'signs of torture', 'suffered injuries', 'been tortured', 'were tortured', 'was tortured', 'severely beaten', 'fractured', '~sustain injury', 'with injuries', 'broken leg', 'was stabbed', 'critically injured', 'seriously injured'],
  },
  {
    type: 'exploitation_reported', measure: 'victims', counts: 'patient', people: true,
    verbs: ['traffic', 'exploit', 'enslave', 'lure', 'dupe', 'force', 'coerce'],
    phrases: ['forced to work', 'made to work', 'forced into prostitution', 'were sold', 'was sold', '~sell to', '~force into', 'forced to', 'held captive', 'held in domestic', 'made * to', 'held against', 'kept as', 'kidnapped and', '~make * cook', '~make * work', '~keep * as', '~hold * in', 'sex trafficking of', 'forced labor of', 'forced labour of', 'human trafficking of', 'trafficking of', 'fell victim', '~recruit from', 'recruited from', 'fallen victim', 'taken to'],
    unless: ['to traffic', 'would be trafficked'],
  },
  {
    type: 'missing_trapped_appeal', measure: 'trapped', counts: 'patient', people: true,
    phrases: ['pleading with', '~plead for', '~plead with', '~appeal for help', '~appeal to', '~beg for help', '~beg for', 'ask the government', 'asked the government', 'urged the government', 'call for help', 'cry for help', 'calls for help', 'demanding that the government', 'sos', 'called on the government', '~urge * to rescue', 'seek help', 'sought help', 'urging them to take', 'asking for help', 'appeals for', 'petitioned', 'to help rescue', 'rescue their', 'urged the authorities', 'seeking help', 'begged', 'distress call', 'video appeal', 'plea for help'],
    unless: ['plead guilty', 'appealed to the public', 'court of appeal', 'appeal to the public', 'appealed the sentence', 'appeal against', 'donate', 'appeals to the public', 'appeals court', 'witnesses'],
  },
  {
    type: 'protest_unrest', counts: 'none',
    verbs: ['protest', 'riot', 'demonstrate'], nouns: ['protest', 'protests', 'riot', 'demonstration'], phrases: ['blocked the road', 'staged a protest', '~block road', 'took to the streets', 'families block'],
    unless: ['protesting his innocence'],
  },
  {
    type: 'advisory_warning', counts: 'none', agent: 'advising',
    verbs: ['caution', 'warn'],
    phrases: ['advised the', 'advises the', '~advise against', 'advised its', 'are advised', 'are urged not', 'urged the general public', 'are cautioned', '~advise national', '~advise citizen', 'travel advisory', 'issued an advisory', 'issued a warning', 'renewed its caution', 'is warned', 'are warned', 'are reminded', 'has advised', 'urges the public', 'urged the public', 'public is advised', 'exercise extreme caution', 'exercise caution', 'warned its citizens', 'urged * nationals to', 'urged to exercise', 'urged to be', 'be wary of', 'urged to report', 'beware of', 'remain vigilant', 'urged to verify', 'again cautioned', 'not to fall', 'refrain from'],
    unless: ['advised to use the', 'warned that she', 'warned that he', 'warned them that', 'warned that the trend', 'warned that more', 'threatened and', 'legally advised', 'warned them', 'warned her', 'warned him'],
  },
  {
    type: 'sanction_designation', measure: 'targets_sanctioned', counts: 'patient', agent: 'sanctioning',
    verbs: ['sanction', 'blacklist', 'designate'], nouns: ['sanction', 'designation'], phrases: ['~impose sanction', 'announced sanctions', 'imposed sanctions'],
    unless: ['sanctioned posts', 'designated persons', 'of the designated', 'sanctions evasion', 'penal sanctions', 'criminal sanctions', 'designated area', 'sanctioned strength', 'designated as a'],
  },
  {
    type: 'law_policy_change', counts: 'none', agent: 'announcer',
    phrases: ['passed a bill', '~pass a bill', '~pass a law', 'passed a law', 'signed into law', '~enact', 'approved a bill', 'new law', 'new legislation', 'stopped issuing', 'national action plan', 'set up a task force', 'introduced a bill', 'adopted a law', 'bill that', 'came into force', 'comes into force', 'amended the', 'anti-slavery strategy', 'new strategy', 'ban on', '~approve a law', 'task force was', 'formed a task force', 'adopts law', 'passes law', 'new bill', 'launched a national action plan', 'cabinet approved', 'reintroduced', 'executive order', 'suspended visa', 'legislation to', '~ban all', 'announced a ban', '~outlaw', 'has banned', 'ordered a ban', 'strike force', 'establishment of a task'],
  },
  {
    type: 'agreement_cooperation', counts: 'none',
    phrases: ['signed a memorandum', 'memorandum of understanding', 'signed an agreement', 'sign an agreement', '~sign deal', 'signed a deal', 'mou', 'joint task force', 'bilateral agreement', 'agreed to cooperate', 'agreed to work together', 'sign deal', 'signs mou', 'strengthen cooperation', 'agreed to set up', 'it was agreed that', 'joint declaration'],
    unless: ['purchase agreement', 'under an agreement'],
  },
  {
    type: 'funding_programme', counts: 'none', agent: 'funder',
    phrases: ['will give $', '~launch programme', '~launch program', 'launched a * programme', 'three-year programme', 'grant of', 'in grants', 'awarded grants', '~award grant', 'in funding', 'with funding of', 'pledged', 'donated', 'new programme', 'launched a project', 'new project', 'funded by', 'announced funding', '~provide fund', 'million to combat', 'million to fight', 'cut funding', 'launched a programme', 'funding to'],
    needs: ['million', 'funding', 'programme', 'program', 'grant', 'grants', 'fund', 'project', '$', '€', '£', 'aid'],
  },
  {
    type: 'report_statistics', counts: 'none', agent: 'announcer',
    phrases: ['new report', 'released a report', 'annual report', 'report released', 'according to the * report', 'report finds', 'report says', 'released today by', 'published a report', 'survey found', 'new figures', 'new data', 'statistics show', 'data released', 'figures released', 'latest report', 'report launched', 'study found', 'new study', 'global report', 'trafficking in persons report', 'records show', 'released figures', 'annual statistics', 'report published'],
  },
  {
    type: 'statement_denial', counts: 'none', agent: 'announcer',
    verbs: ['deny', 'reject', 'refute', 'dispute', 'dismiss'], phrases: ['there is no such', 'are fabricated', 'are false', 'did not happen', 'are baseless', 'as baseless', 'fake news', 'denied the', 'is false', 'was false'],
    unless: ['bail', 'denied entry', 'denied food', 'denied access', 'he denies', 'she denies', 'they deny', 'denied medical', 'denies all charges', 'denied the charges', 'dismissed charges', 'not guilty', 'the accused', 'defendant', 'denied wages', 'denied him', 'denied her', 'denied them', 'dismissed the appeal', 'rejected the appeal', 'appeal', 'employment dispute', 'dismissed from', 'bail was', 'rejected his', 'labour dispute', 'been denied'],
  },
]
