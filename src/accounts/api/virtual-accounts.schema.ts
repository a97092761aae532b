import { z } from 'zod'
import { accountStatuses, accountTypes, visibilities } from '../domain/account.ts'
import type { NamedTree, NamedVirtualAccount } from '../domain/tree.ts'
import type { StoredAccount } from '../accounts.store.ts'
import { heldRoleSchema, shownRole } from './role.schema.ts'
import type { MoveEffects } from '../virtual-accounts/move-virtual-account.ts'

const instant = z.iso.datetime({ offset: true })
const placeId = '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f75'

/** An account's properties, as programs read them. */
export const accountSchema = z
  .strictObject({
    identifier: z.string(),
    name: z.string(),
    type: z.enum(accountTypes),
    status: z.enum(accountStatuses),
    visibility: z.enum(visibilities),
    timeZone: z.string(),
    verifiedDomains: z.array(z.string()),
    contact: z
      .strictObject({ name: z.string(), address: z.string(), confirmedAt: instant.nullable() })
      .nullable(),
  })
  .meta({ id: 'Account' })

/** An account of the documentation. */
export const exampleAccount: z.input<typeof accountSchema> = {
  identifier: 'acme.example',
  name: 'ACME',
  type: 'CUSTOMER',
  status: 'ACTIVE',
  visibility: 'LISTED',
  timeZone: 'Europe/Paris',
  verifiedDomains: ['acme.example'],
  contact: { name: 'IT desk', address: 'desk@acme.example', confirmedAt: '2026-11-24T10:00:00.000Z' },
}

/** A stored account, as programs read it. */
export function shownAccount(account: StoredAccount): z.output<typeof accountSchema> {
  const { identifier, name, type, status, visibility, timeZone, verifiedDomains } = account
  const { contactName, contactAddress, contactConfirmedAt } = account
  const contact = {
    name: contactName,
    address: contactAddress,
    confirmedAt: contactConfirmedAt?.toISOString() ?? null,
  }
  return {
    identifier,
    name,
    type,
    status,
    visibility,
    timeZone,
    verifiedDomains: [...verifiedDomains],
    contact: contactName === '' && contactAddress === '' ? null : contact,
  }
}

/** A virtual account, as programs read it. */
export const placeSchema = z
  .strictObject({
    id: z.uuid(),
    parentId: z.uuid().nullable(),
    path: z.array(z.string()).meta({ description: 'The names from the topmost you see down to itself.' }),
    name: z.string(),
    isDefault: z.boolean(),
    restricted: z.boolean(),
  })
  .meta({ id: 'VirtualAccount' })

/** A page of them. */
export const placesSchema = z
  .strictObject({ items: z.array(placeSchema), after: z.uuid().nullable() })
  .meta({ id: 'VirtualAccountList' })

/** A virtual account of the documentation. */
export const examplePlace: z.input<typeof placeSchema> = {
  id: placeId,
  parentId: null,
  path: ['Paris'],
  name: 'Paris',
  isDefault: false,
  restricted: false,
}

/** A virtual account of a tree, as programs read it. */
export function shownPlace(tree: NamedTree, one: NamedVirtualAccount): z.output<typeof placeSchema> {
  const { id, parentId, name, isDefault, restricted } = one
  const nameOf = (above: string) => tree.virtualAccounts.find((other) => other.id === above)?.name ?? ''
  return { id, parentId, path: one.path.map(nameOf), name, isDefault, restricted }
}

/** What was changed, by its id. */
export const changedSchema = z.strictObject({ id: z.uuid() }).meta({ id: 'ChangedVirtualAccount' })
export const exampleChanged = { id: placeId }

/** What a move would change, or has changed. */
export const effectsSchema = z
  .strictObject({
    id: z.uuid(),
    people: z.array(
      z.strictObject({
        personId: z.uuid(),
        gains: z.array(heldRoleSchema),
        loses: z.array(heldRoleSchema),
      }),
    ),
    requests: z
      .array(z.string())
      .meta({ description: 'References of open requests that other people decide afterwards.' }),
    mark: z
      .string()
      .meta({ description: 'Names these effects; send it along to move only if they still hold.' }),
  })
  .meta({ id: 'MoveEffects' })

export const exampleEffects: z.input<typeof effectsSchema> = {
  id: placeId,
  people: [{ personId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f73', gains: [], loses: ['VA'] }],
  requests: ['AR-7K3M-Q9XD'],
  mark: 'q3Yh0mZ1sV8dXk2B',
}

/** The effects of a move, as programs read them. */
export function shownEffects(id: string, effects: MoveEffects): z.output<typeof effectsSchema> {
  return {
    id,
    people: effects.people.map(({ personId, gained, lost }) => ({
      personId,
      gains: gained.map(shownRole),
      loses: lost.map(shownRole),
    })),
    requests: effects.requests.map(({ reference }) => reference),
    mark: effects.mark,
  }
}
