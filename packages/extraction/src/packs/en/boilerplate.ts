import type { BoilerplateWords } from '../types.ts'

/** Lines that are page, not text. */
export const boilerplate: BoilerplateWords = {
  starts: ['also read', 'read also', 'read more', 'also see', 'see also', 'for immediate release', 'dated', 'press release', 'press note no', 'trending', 'subscribe', 'sign up', 'photo', 'file photo', 'image', 'listen', 'watch', 'tap to', 'tap here', 'latest videos', 'click', 'more stories', 'more on this', 'related', 'recommended',
    'follow us', 'share this', 'advertisement', 'next issue', 'you have', 'for media enquiries', 'for more information', 'if you would like to support', 'like us', 'download', 'join our', 'modern slavery helpline', 'you may like', 'most read', 'tags', 'copyright', 'all rights reserved', 'follow', 'share', 'comments', 'more from', 'print this', 'whatsapp'],
  contains: ['click me', 'newsletter', 'whatsapp channel', 'all rights reserved', 'cookies', 'free articles remaining', 'pic.twitter.com only', 'breaking news alert'],
  headings: ['also read', 'read also', 'more on this', 'related', 'related stories', 'recommended', 'most read', 'trending', 'you may also like', 'latest videos', 'more stories'],
  byline: ['by', 'reporting by', '— reporting by', 'editing by', 'written by', '(updates', '(with inputs', 'with inputs', '(reporting by', 'first published', 'updated', 'published'],
}
