import { z } from 'zod'
import { daysAfter } from '../../kernel/time.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import { claimStatuses, daysToProve, proofs, roleMailboxes } from '../domain/claim.ts'
import type { ClaimPageProps } from '../vacancy/claim.page.tsx'
import type { ListedClaim } from '../vacancy/claims.query.ts'
import type { StoredClaim } from '../vacancy/claims.store.ts'
import type { DnsRecord } from '../vacancy/dns.ts'
import type { Party } from '../vacancy/told.store.ts'

const instant = z.iso.datetime({ offset: true })
const account = z.strictObject({ identifier: z.string(), name: z.string() })

const listedSchema = z
  .strictObject({
    id: z.uuid(),
    reference: z.string(),
    account,
    status: z.enum(claimStatuses),
    openedAt: instant,
  })
  .meta({ id: 'ListedClaim' })

/** A claim, as programs read it. */
export const claimSchema = z
  .strictObject({
    ...listedSchema.shape,
    claimant: z.strictObject({ name: z.string(), address: z.string() }),
    reason: z.string(),
    proof: z.enum(proofs).nullable().meta({ description: 'How it was proven.' }),
    proofDomain: z.string().nullable(),
    proveBy: instant.meta({ description: 'By when something must be proven, while it is OPEN.' }),
    documentsAt: instant.nullable().meta({ description: 'Since when the claimant proves it by documents.' }),
    noticeEndsAt: instant.nullable().meta({ description: 'Until when it can only be stopped.' }),
    agreed: z.int().meta({ description: 'How many of the two agents have agreed.' }),
    settledAt: instant.nullable(),
    answer: z.string().meta({ description: 'What support answered the claimant; empty for others.' }),
    records: z.array(z.strictObject({ domain: z.string(), name: z.string(), value: z.string() })).meta({
      description: 'For the claimant, while it is OPEN: the TXT records that prove it, a domain each.',
    }),
  })
  .meta({ id: 'Claim' })

/** The claimant's own claims. */
export const claimListSchema = z.strictObject({ items: z.array(listedSchema) }).meta({ id: 'ClaimList' })
/** A page of the desk's claims. */
export const claimPageSchema = z
  .strictObject({ items: z.array(listedSchema), after: z.string().nullable() })
  .meta({ id: 'ClaimPage' })

const words = z.string().max(4_000)

/** What opens a claim. */
export const newClaimSchema = z
  .strictObject({
    account: z.string().min(1).max(500).meta({ description: 'The identifier of the account.' }),
    reason: words.meta({
      description: 'Why you should administer it, 10 to 1,000 characters. Everybody concerned reads it.',
    }),
  })
  .meta({ id: 'NewClaim' })

const domain = z.string().min(1).max(253).meta({ description: 'One of the domains in records.' })
/** Which domain is looked up. */
export const domainSchema = z.strictObject({ domain }).meta({ id: 'DomainOfClaim' })
/** Which mailbox of which domain is asked. */
export const mailboxSchema = z
  .strictObject({ mailbox: z.enum(roleMailboxes), domain })
  .meta({ id: 'MailboxOfClaim' })
/** What the claimant reads when an agent rejects it. */
export const rejectionSchema = z
  .strictObject({ answer: words.meta({ description: 'What the claimant reads, 10 to 1,000 characters.' }) })
  .meta({ id: 'RejectionOfClaim' })

export const exampleListedClaim: z.input<typeof listedSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4fb1',
  reference: 'VC-7K3M-Q9XD',
  account: { identifier: 'umbrella.example', name: 'Umbrella' },
  status: 'OPEN',
  openedAt: '2026-11-23T09:00:00.000Z',
}

export const exampleClaim: z.input<typeof claimSchema> = {
  ...exampleListedClaim,
  claimant: { name: 'Noah Singh', address: 'noah@umbrella.example' },
  reason: 'I run the network of Umbrella since Uma has left us.',
  proof: null,
  proofDomain: null,
  proveBy: '2026-12-23T09:00:00.000Z',
  documentsAt: null,
  noticeEndsAt: null,
  agreed: 0,
  settledAt: null,
  answer: '',
  records: [
    {
      domain: 'umbrella.example',
      name: '_vestibule.umbrella.example',
      value: 'vestibule-claim=3f1c9a0b7d5e2468ace013579bdf2468ace01357',
    },
  ],
}

/** A claim as a list answers it. */
export function shownListed(claim: ListedClaim | StoredClaim): z.input<typeof listedSchema> {
  const { id, reference, status, accountName: name, identifier, openedAt } = claim
  return { id, reference, account: { identifier, name }, status, openedAt: openedAt.toISOString() }
}

const written = (at: Date | null) => at?.toISOString() ?? null

/** A claim as it is answered to somebody in this standing. */
export function shownClaim(
  claim: StoredClaim,
  as: ClaimPageProps['as'],
  known: { readonly claimant: Party; readonly records: readonly (DnsRecord & { readonly domain: string })[] },
): z.input<typeof claimSchema> {
  const isProving = as.claimant && claim.status === 'OPEN'
  return {
    ...shownListed(claim),
    claimant: { name: nameOf(known.claimant), address: known.claimant.address },
    reason: claim.reason,
    proof: claim.proof,
    proofDomain: claim.proofDomain,
    proveBy: daysAfter(claim.openedAt, daysToProve).toISOString(),
    documentsAt: written(claim.documentsAt),
    noticeEndsAt: written(claim.noticeEndsAt),
    agreed: claim.approvedBy.length,
    settledAt: written(claim.settledAt),
    answer: as.claimant || as.agent ? claim.answer : '',
    records: isProving
      ? known.records.map(({ domain: of, name, text }) => ({ domain: of, name, value: text }))
      : [],
  }
}
