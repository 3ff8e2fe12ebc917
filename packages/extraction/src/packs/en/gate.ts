import type { Pack } from '../types.ts'

/** Whether a document belongs to the field at all: what speaks for it, and what the same words mean elsewhere. */
export const gate: Pack['gate'] = {
  strong: {
    explains: 'phrases that name the subject itself',
    phrases: [
      'human trafficking', 'trafficking in persons', 'trafficking in human beings', 'people trafficking', 'people-trafficking', 'human-trafficking', 'human trafficker', 'human traffickers', 'sex trafficking', 'sex traffickers', 'child trafficking', 'labour trafficking', 'labor trafficking',
      'trafficking victims', 'victims of trafficking', 'trafficked persons', 'survivors of trafficking', 'trafficking survivors', 'anti-trafficking', 'counter-trafficking', 'modern slavery', 'modern-day slavery', 'modern slaves', 'forced labour', 'forced labor', 'forced-labor', 'forced-labour', 'bonded labour',
      'bonded labor', 'bonded labourers', 'bonded laborers', 'debt bondage', 'forced prostitution', 'forced into prostitution', 'sexual exploitation', 'domestic servitude', 'forced begging', 'forced to beg', 'forced marriage', 'forced brides', 'organ trafficking', 'cyber slavery', 'cybercrime slavery',
      'cyber slave', 'cyber slaves', 'cyber-slavery', 'scam compound', 'scam compounds', 'scam centre', 'scam centres', 'scam center', 'scam centers', 'scam hub', 'scam hubs', 'scam farm', 'scam farms', 'fraud factory', 'slave labour', 'slave labor', 'child labour', 'sex slaves', 'trafficked to', 'trafficked into',
      'trafficked people', 'trafficking women', 'trafficking girls', 'trafficking of women', 'trafficking of children', 'human trafficked', 'trafficking fellow', 'sold as brides', 'forced criminality', 'forced to work in', 'lured into war', 'forced recruitment', 'anti-slavery', 'against trafficking', 'online scam compound', 'scam building',
      'forced to run online scams', 'made to run online scams', 'forced to scam', 'conditions analogous to slavery', 'trafficking case', 'labour exploitation', 'labor exploitation', 'scam camps', 'cybercrime camps', 'cyber scam', 'baby trafficking', 'commercial sexual exploitation',
      'sex trade', 'commercial sex', 'prostitution ring', 'prostitution racket', 'bride trafficking', 'kidney racket', 'slavery', 'scam sites', 'made to beg', 'recruited by the russian army', 'trafficking ring', 'trafficking', 'human smuggling and trafficking', 'baby-selling', 'forced to fight', 'scam operation', 'scamming compounds',
      'online scams', 'online scam', 'love scam', 'cyber scamming', 'russian army', 'human trafficking network', 'trafficked', 'child marriage', 'pimping', 'osaec', 'livestreamed abuse', 'scam operations', 'scam gangs', 'cyberscam', 'scam syndicate', 'servitude',
    ],
  },
  compound: {
    explains: 'words of exploitation that need people held or forced beside them',
    phrases: ['forced to work', 'made to work', 'held captive', 'held against their will', 'lured', 'duped', 'trapped', 'enslaved', 'captivity', 'exploited', 'rescued', 'victims', 'passports', 'without pay', 'debt', 'held hostage', 'sold to', 'traffickers', 'trafficker', 'job offers', 'forced to', 'freed', 'forced into'],
  },
  weak: { explains: 'bare words of the field', phrases: ['trafficking', 'trafficked', 'slavery', 'slaves', 'servitude', 'exploitation', 'sold'] },
  exclude: [
    { explains: 'drug trade', weight: 3, phrases: ['drug trafficking', 'drug trafficker', 'drug traffickers', 'cocaine', 'heroin', 'methamphetamine', 'narcotics', 'cannabis', 'fentanyl', 'drug smuggling', 'opium', 'yaba', 'ketamine', 'drug cartel', 'drug lord', 'drugs', 'marijuana', 'meth'] },
    { explains: 'arms trade', weight: 3, phrases: ['arms trafficking', 'gun trafficking', 'firearms', 'weapons trafficking', 'traffic firearms', 'trafficking firearms', 'ammunition', 'straw purchasers', 'firearms trafficking', 'arms smuggling'] },
    { explains: 'wildlife trade', weight: 4, phrases: ['wildlife trafficking', 'wildlife', 'pangolin', 'pangolins', 'ivory', 'rhino horn', 'poaching', 'poachers', 'endangered species', 'animal trafficking', 'tigers', 'timber trafficking', 'protected species', 'animals', 'antiquities trafficking', 'puppies'] },
    { explains: 'cell biology and medicine', weight: 4, phrases: ['protein', 'proteins', 'molecular', 'receptor', 'golgi', 'biologists', 'transplant medicine', 'gene', 'membrane trafficking', 'intracellular', 'vesicle', 'neurons'] },
    { explains: 'roads and web traffic', weight: 3, phrases: ['web traffic', 'traffic jam', 'road traffic', 'traffic police', 'motorists', 'highway', 'pile-up', 'traffic lights', 'search engine', 'algorithm', 'seo', 'lorry', 'congestion', 'air traffic', 'data traffic'] },
    { explains: 'smuggling of migrants without exploitation', weight: 3, phrases: ['people smuggling', 'small boats', 'small boat', 'dinghy', 'illegal entry', 'channel crossings', 'migrant smuggling', 'people smugglers', 'human smuggling', 'asylum seekers', 'child smuggling', 'illegal crossings', 'people smuggler', 'smuggled migrants', 'smuggling', 'stowaways', 'empty container', 'smuggled', 'smuggler', 'smugglers'] },
    { explains: 'disasters and ordinary rescue', weight: 3, phrases: ['flood', 'floods', 'flooded', 'earthquake', 'landslide', 'avalanche', 'rescue dog', 'animal rescue', 'mountain rescue', 'firefighters', 'cave', 'lifeboat', 'rescue package', 'bailout', 'rooftops', 'cyclone', 'typhoon', 'heavy rain'] },
    { explains: 'kidnapping for ransom by armed groups', weight: 3, phrases: ['kidnapped by gunmen', 'bandits', 'gunmen', 'abducted for ransom', 'kidnap gangs', 'boko haram', 'hostages', 'kidnappers'] },
    { explains: 'films, books, games and metaphors', weight: 4, phrases: ['film', 'movie', 'thriller', 'review', 'director', 'novel', 'box office', 'stars out of five', 'album', 'netflix', 'screening', 'playlist', 'video game', 'trailer', 'in cinemas', 'season finale', 'actor', 'actress', 'documentary', 'concert'] },
    { explains: 'statements of companies', weight: 8, phrases: ['modern slavery statement', 'slavery and human trafficking statement', 'supply chain statement', 'section 54 of the modern slavery act'] },
    { explains: 'history of slavery', weight: 4, phrases: ['transatlantic slave trade', 'abolition of slavery', 'slave trade', 'plantations', 'emancipation', 'reparations', 'descendants of slaves', 'slave ship', 'colonial', '18th century', '19th century'] },
  ],
}
