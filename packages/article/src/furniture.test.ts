import { describe, expect, it } from 'vitest'
import { isFurniture, withoutTail } from './furniture.ts'

describe('isFurniture', () => {
  it.each([
    'Read also: Ten ways to cook rice',
    'ALSO READ | Rice prices rise again',
    'Baca juga: Harga beras naik',
    'Xem thêm: Giá gạo tăng',
    'Advertisement',
    'Story continues below this advertisement',
    'Share this article',
    '23 comments',
    'Follow us on Telegram',
    'Subscribe to our newsletter',
    'We use cookies to make this site better.',
    '© 2027 The Invented Courier',
    'Photo: Ada Example',
    'Photo by Ada Example',
    '(Credit: Ada Example / The Courier)',
    'Lee también: Sube el arroz',
    'Posted on 31 January 2027',
    'Last updated: 2 May 2027, 14:30',
    '10 January 2027, 10:00',
    'The harbour of Lorria. © Ada Example',
    'Ada Example/AFP',
  ])('knows "%s"', (line) => expect(isFurniture(line)).toBe(true))

  it.each([
    'Photos on social media showed 14 people leaving the compound.',
    'Published figures show that 650 people were rescued.',
    'Share prices of the casino fell after 14 people were freed from it.',
    'Follow-up arrests were made on Saturday.',
    'Watch groups say that 5,000 people are held.',
    'Source countries must act, the minister said.',
    'Officers rescued 12 people on 10 January 2027.',
    'Updated laws punish recruiters. The law was passed on 3 May.',
    'Subscribers to the job agency were flown to Lorria, police said. Eleven have returned.',
  ])('leaves "%s"', (line) => expect(isFurniture(line)).toBe(false))
})

describe('withoutTail', () => {
  const story = ['One of two long paragraphs of the story itself.', 'Two of two long paragraphs of the story itself.']

  it('drops the related stories and all that follows', () => {
    expect(withoutTail([...story, 'Related stories', 'Rice prices rise again', 'More rain tomorrow'])).toEqual(story)
  })

  it('drops only the heading when it stands early', () => {
    expect(withoutTail(['Read more', ...story])).toEqual(story)
  })
})
