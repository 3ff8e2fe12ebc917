export { detectLang } from './lang.ts'
export { readArticle } from './read-article.ts'
export { readFragment } from './read-fragment.ts'
