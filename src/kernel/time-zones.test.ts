import { describe, expect, it } from 'vitest'
import { isTimeZone, timeZones, zoneToday } from './time-zones.ts'

describe('time zones', () => {
  it('are UTC and the zones people live in, by the names they have today', () => {
    expect(timeZones()[0]).toBe('UTC')
    for (const zone of ['Europe/Paris', 'Asia/Kathmandu', 'Asia/Kolkata', 'Europe/Kyiv'])
      expect(timeZones()).toContain(zone)
    for (const zone of ['Asia/Katmandu', 'Asia/Calcutta', 'Europe/Kiev']) {
      expect(timeZones()).not.toContain(zone)
      expect(isTimeZone(zone)).toBe(true)
      expect(timeZones()).toContain(zoneToday(zone))
    }
    expect(isTimeZone('Mars/Olympus')).toBe(false)
    expect(new Set(timeZones()).size).toBe(timeZones().length)
  })

  it('can all be reckoned with', () => {
    for (const timeZone of timeZones())
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow()
  })
})
