import { describe, expect, it } from 'vitest'
import { sayEnd } from './held.ts'

const endsAt = new Date('2027-05-22T21:59:59Z')
const said = (timeZone: string, at = endsAt) => sayEnd({ locale: 'en', timeZone }, at)

describe('an end is said', () => {
  it('as a day where the clocks of the reader end it there', () => {
    expect(said('Europe/Paris')).toBe('22 May 2027')
  })

  it('to the minute elsewhere, and the last second of a day as the minute after it', () => {
    expect(said('Europe/Dublin')).toBe('22 May 2027, 23:00 GMT+1')
    expect(said('Asia/Kathmandu')).toBe('23 May 2027, 03:45 GMT+5:45')
    expect(said('Europe/Paris', new Date('2027-10-31T00:30:00Z'))).toBe('31 Oct 2027, 02:30 CEST')
    expect(said('Europe/Paris', new Date('2027-10-31T01:30:00Z'))).toBe('31 Oct 2027, 02:30 CET')
    expect(said('Asia/Kathmandu', new Date('2027-05-22T15:37:00Z'))).toBe('22 May 2027, 21:22 GMT+5:45')
  })
})
