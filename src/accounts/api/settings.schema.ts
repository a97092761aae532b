import { z } from 'zod'
import { type PatienceName, patienceNames } from '../domain/patience-settings.ts'

const time = z.string().max(5).nullable()

/** When an account works. */
export const weekSchema = z
  .strictObject({
    timeZone: z.string().max(64),
    weekend: z
      .array(z.int().min(1).max(7))
      .max(7)
      .meta({ description: 'Days on which nobody works: 1 is Monday, 7 is Sunday.' }),
    country: z
      .string()
      .regex(/^([A-Z]{2})?$/)
      .meta({ description: 'Whose public holidays count; empty for none.' }),
    region: z.string().max(16).meta({ description: 'A part of the country; empty for the whole of it.' }),
    quietFrom: time.meta({ description: 'No mail from then, as 18:00; null for no quiet hours.' }),
    quietTo: time,
  })
  .meta({ id: 'Calendar' })

const number = z.union([z.int().min(0), z.array(z.int().min(0)).max(10)])

/** The numbers by which requests wait. */
export const timesSchema = z
  .strictObject(
    Object.fromEntries(patienceNames.map((name) => [name, number.optional()])) as {
      [Name in PatienceName]: z.ZodOptional<typeof number>
    },
  )
  .meta({ id: 'WaitingTimes', description: 'What is left out is taken from the installation.' })

/** A day on which an account is closed. */
export const closedDaySchema = z
  .strictObject({ day: z.iso.date(), name: z.string().min(1).max(80) })
  .meta({ id: 'ClosedDay' })

/** Who is mailed only once a request is late. */
export const backupApproverSchema = z
  .strictObject({ personId: z.uuid(), name: z.string(), address: z.string() })
  .meta({ id: 'BackupApprover' })

/** The settings of an account. */
export const settingsSchema = z
  .strictObject({
    version: z.int().min(0).meta({ description: 'Send it as `If-Match` with a change.' }),
    calendar: weekSchema,
    closedDays: z.array(closedDaySchema),
    times: timesSchema.meta({ description: 'What the account says differently from the installation.' }),
    timesInForce: timesSchema,
    backupApprovers: z.array(backupApproverSchema).meta({
      description: 'Who may decide, and gets mail about a request only once it is overdue.',
    }),
  })
  .meta({ id: 'AccountSettings' })

/** An example of a calendar. */
export const exampleWeek: z.input<typeof weekSchema> = {
  timeZone: 'Europe/Paris',
  weekend: [6, 7],
  country: 'FR',
  region: '',
  quietFrom: '19:00',
  quietTo: '07:30',
}

const exampleBackup: z.input<typeof backupApproverSchema> = {
  personId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f73',
  name: 'Ben Okafor',
  address: 'ben@acme.example',
}

/** An example of all settings. */
export const exampleSettings: z.input<typeof settingsSchema> = {
  version: 3,
  calendar: exampleWeek,
  closedDays: [{ day: '2026-12-24', name: 'Christmas Eve' }],
  times: { answerWorkingDays: 3 },
  timesInForce: { answerWorkingDays: 3, expiryDays: 28 },
  backupApprovers: [exampleBackup],
}

/** When somebody is away. */
export const awaySchema = z
  .strictObject({
    from: z.iso.datetime({ offset: true }).nullable().meta({ description: 'Null: from now on.' }),
    until: z.iso
      .datetime({ offset: true })
      .nullable()
      .meta({ description: 'The moment they are back; null: not away.' }),
    note: z.string(),
  })
  .meta({ id: 'Away' })

/** An example of it. */
export const exampleAway: z.input<typeof awaySchema> = {
  from: '2026-12-21T23:00:00.000Z',
  until: '2027-01-04T23:00:00.000Z',
  note: 'Back in January.',
}
