/**
 * Names of invented victims, relatives and private persons in the newsroom's stories. They may stand in `restricted` alone:
 * nowhere in facts, views, changes, logs or job payloads.
 */
export const canaries: readonly string[] = [
  'Barihapal',
  'Sanatan',
  'Jhumri',
  'Khoadat',
  'Le Trung',
  'Anhvy',
  'Talebzada',
  'Rafiqul',
  'Orakandi',
  'Shamim',
  'Anantwar',
]
