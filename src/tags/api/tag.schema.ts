import { z } from 'zod'
import { mostAddresses } from '../../members/domain/sheet.ts'
import { nextPage } from '../../platform/api/index.ts'

const ids = z.array(z.uuid()).max(5000)
const count = z.int().min(0)

/** A tag with how much carries it. */
export const tagSchema = z
  .strictObject({ id: z.uuid(), name: z.string(), virtualAccounts: count, people: count })
  .meta({ id: 'Tag' })

/** All tags of an account; there are 200 at most. */
export const tagListSchema = z.strictObject({ items: z.array(tagSchema) }).meta({ id: 'TagList' })

const taggedSchema = z.strictObject({ personId: z.uuid(), name: z.string(), address: z.string() })

/** A tag with what carries it. */
export const tagPageSchema = z
  .strictObject({
    tag: tagSchema,
    virtualAccountIds: ids,
    items: z.array(taggedSchema).meta({ description: 'The people who carry it, as far as you see people.' }),
    after: nextPage,
  })
  .meta({ id: 'TagPage' })

/** What a tag is called. */
export const nameBody = z.strictObject({
  name: z.string().max(400).meta({ description: '1 to 40 characters, once in the account.' }),
})

/** The virtual accounts that are to carry a tag. */
export const placesBody = z.strictObject({
  virtualAccountIds: ids.meta({
    description: 'All of them: it is taken off others, as far as they are yours to change.',
  }),
})

/** The people who are to carry a tag. */
export const peopleBody = z.strictObject({
  addresses: z.array(z.string().min(1).max(300)).min(1).max(mostAddresses).meta({
    description: 'Addresses of users of the account; others are said back.',
  }),
})

/** Who is to carry a tag no longer. */
export const untagBody = z.strictObject({ personId: z.uuid() })

/** What became of addresses. */
export const taggedPeopleSchema = z
  .strictObject({
    tagged: count.meta({ description: 'How many did not carry it before.' }),
    unknown: z
      .array(z.string())
      .meta({ description: 'Those that belong to no user of the account that you see.' }),
  })
  .meta({ id: 'TaggedPeople' })

/** The tag that something was done to. */
export const changedSchema = z.strictObject({ id: z.uuid() }).meta({ id: 'ChangedTag' })

export const exampleTag: z.input<typeof tagSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f75',
  name: 'contractor',
  virtualAccounts: 1,
  people: 1,
}

export const exampleTagPage: z.input<typeof tagPageSchema> = {
  tag: exampleTag,
  virtualAccountIds: ['019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f70'],
  items: [
    { personId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f73', name: 'Luc Bernard', address: 'luc@acme.example' },
  ],
  after: null,
}
