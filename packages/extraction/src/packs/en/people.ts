import type { PeopleWords } from '../types.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Nouns for people, by the part they play. Lemmas or plurals, lower case. */
export const people: PeopleWords = {
  victim:
    words(`victim victims survivor survivors captive captives hostage hostages returnee returnees labourer labourers laborer laborers detainee detainees slave slaves maid maids
    domestic domestics servant servants prostitute prostitutes bride brides beggar beggars fisher fishers fisherman fishermen crew`),
  suspect:
    words(`suspect suspects trafficker traffickers accused defendant defendants recruiter recruiters smuggler smugglers ringleader ringleaders mastermind masterminds kingpin operator operators broker brokers
    pimp pimps madam agent agents middleman middlemen facilitator facilitators scammer scammers fraudster fraudsters criminal criminals perpetrator perpetrators offender offenders
    owner owners manager managers contractor contractors sponsor sponsors employer employers organiser organisers organizer organizers landlady landlord boss bosses captain mate supervisor guard guards leader member members handler handlers convict convicts couple traders absconder absconders conspirator conspirators co-defendants co-conspirators`),
  neutral:
    words(`people person persons individual individuals man men woman women girl girls boy boys child children kid kids minor minors teenager teenagers teen teens adult adults youth youths youngster youngsters
    national nationals citizen citizens foreigner foreigners migrant migrants worker workers employee employees resident residents compatriot compatriots student students juvenile juveniles
    female females male males passenger passengers villager villagers native natives countryman countrymen infant infants baby babies toddler pensioner refugee refugees seafarer seafarers sailor sailors
    job-seeker jobseeker jobseekers job-seekers applicant applicants expatriate expatriates daughter sister brother wife husband uncle aunt aunts mother father parents sibling siblings soldier soldiers recruit recruits
    trainee trainees farmer farmers nurse nurses housekeeper aide relative inmate inmates technician technicians graduate graduates others humans lives parent cousin niece nephew driver drivers director directors customer customers cook cooks cleaner cleaners picker pickers peasant peasants waitress waitresses hostess hostesses deckhand deckhands carer carers dancer dancers gardener gardeners orphan orphans schoolgirl schoolgirls schoolboy schoolboys dad mum mom tourist tourists client clients colleague colleagues son sons pilgrim pilgrims hands pensioners returner returners businessman businesswoman doctor teacher pastor relatives lankans targets`),
  official: words(
    'officer officers official officials policeman policemen troops lawmaker lawmakers inspector inspectors agent-officer investigators journalists reporters lawyers activists volunteers staff counsellors judges prosecutors senators diplomats envoys delegates participants readers users customers',
  ),
  child: words(
    'child children kid kids minor minors girl girls boy boys juvenile juveniles infant infants baby babies teenager teenagers schoolgirl schoolgirls',
  ),
  pronouns: words('they them he she him her all both others those who these group'),
  couples: { couple: 2, duo: 2, pair: 2, trio: 3, quartet: 4, twins: 2 },
}
