/** Said on every page and in every feed, outside the words of the story. */
export const MARK = 'INVENTED SAMPLE: this outlet, this story and the people in it are made up for the sample newsroom of Tipwire.'
