import type { Viewer } from '../../people/index.ts'
import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { acceptAgreements, newestVersions, publish } from '../../agreements/index.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { daysAfter } from '../../kernel/time.ts'
import { answerApplication, apply, approveApplication } from '../../new-accounts/index.ts'
import { type AccountKey, accounts, type DemoPerson, type PersonKey, people } from './cast.ts'
import type { Step, World } from './story.ts'

const text = {
  en: `# What this is about

The account holds what your organisation has bought, and who may use it. Whoever accepts this may bind the organisation.

# What the organisation does

- It names at least one administrator, better two, who answer requests.
- It takes access back when somebody leaves.
- Nobody shares a sign-in.

# What we do

- We keep the history of the account, and show it to its administrators.
- We tell every administrator thirty days before this text changes.`,
  fr: `# De quoi il s’agit

Le compte contient ce que votre organisation a acheté, et qui peut s’en servir. La personne qui accepte peut engager l’organisation.

# Ce que fait l’organisation

- Elle nomme au moins un administrateur, mieux deux, qui répondent aux demandes.
- Elle retire les accès quand quelqu’un part.
- Personne ne partage ses identifiants.

# Ce que nous faisons

- Nous conservons l’historique du compte et le montrons à ses administrateurs.
- Nous prévenons chaque administrateur trente jours avant que ce texte change.`,
}

const title = { en: 'Smart Account Agreement', fr: 'Convention de compte Smart' }

function must(outcome: Outcome<unknown, unknown>): void {
  if (!outcome.ok) throw new Error(`The demo was refused something: ${JSON.stringify(outcome.refusal)}`)
}

/** An agreement that every account has accepted. */
function agreed({ tx, now, person, account }: World): Step[] {
  return [
    {
      at: daysAfter(now, -299),
      async happen() {
        const requiredFrom = daysAfter(now, -290)
        must(
          await publish(tx, person('olga'), {
            agreementId: null,
            after: 0,
            title,
            text,
            requiredFrom,
          }),
        )
      },
    },
    ...(Object.keys(accounts) as AccountKey[]).map((key, n) => ({
      at: daysAfter(now, -298 + n),
      async happen() {
        const versions = await newestVersions(tx)
        const by = person(accounts[key].administrator)
        must(await acceptAgreements(tx, { account: account(key).id, by, versions }))
      },
    })),
  ]
}

/** Somebody at a moment of the past, as a use case sees them. */
function seenAt({ now, person }: World, key: PersonKey, daysAgo: number): Viewer {
  const { first, last, address, company, country }: DemoPerson = people[key]
  const known = {
    personId: person(key),
    address,
    verified: true,
    profileComplete: true,
    isOperator: key === 'olga',
    firstName: first,
    lastName: last,
    preferredFirstName: '',
    company,
    country,
    siteAddress: '',
    companyPhone: '',
    directoryId: null,
    now: daysAfter(now, -daysAgo),
  }
  return known as unknown as Viewer
}

type Asked = {
  readonly by: PersonKey
  readonly daysAgo: number
  readonly identifier: string
  readonly name: string
  readonly reason: string
  readonly nominee?: string
  readonly insists?: string
  readonly answer?: 'APPROVED' | 'DECLINED'
}

const asked: readonly Asked[] = [
  {
    by: 'lena',
    daysAgo: 44,
    identifier: 'globex-parts.example',
    name: 'Globex Partners',
    reason: 'Our spare parts are billed apart, so I thought they need an account of their own.',
    insists: 'The parts business has its own cost centre.',
    answer: 'DECLINED',
  },
  {
    by: 'paul',
    daysAgo: 18,
    identifier: 'weber-engineering.example',
    name: 'Weber Engineering',
    reason: 'We buy our own licences from this year on; our office manages them.',
    nominee: 'office@weber-engineering.example',
    answer: 'APPROVED',
  },
  {
    by: 'mia',
    daysAgo: 3,
    identifier: 'partner-works.example',
    name: 'Partner Works',
    reason: 'Partner Works supports several customers and needs an account for its own tools.',
  },
]

function applied(world: World): Step[] {
  const { tx, now } = world
  return asked.flatMap((one, n) => {
    let id: Parameters<typeof approveApplication>[2]['id'] | undefined
    const identifier = readIdentifier(one.identifier)
    if (!identifier.ok) return []
    const ask: Step = {
      at: daysAfter(now, -one.daysAgo),
      async happen() {
        const viewer = seenAt(world, one.by, one.daysAgo)
        const { name, reason, nominee, insists = '' } = one
        const wanted = {
          whose: nominee === undefined ? ('OWN' as const) : ('OTHER' as const),
          nomineeAddress: nominee ?? viewer.address,
          identifier: identifier.value,
          name,
          type: 'CUSTOMER' as const,
          reason,
          insists,
        }
        const sent = await apply(tx, viewer, { wanted, key: `demo-${n}` }, true)
        must(sent)
        if (sent.ok) id = sent.value.id
      },
    }
    if (one.answer === undefined) return [ask]
    const answer: Step = {
      at: daysAfter(now, -one.daysAgo + 1),
      async happen() {
        const olga = seenAt(world, 'olga', one.daysAgo - 1)
        if (!id) throw new Error('The demo answers what was not asked')
        const note = 'Globex Partners has its account already: globex.example. Please ask for access there.'
        must(
          one.answer === 'APPROVED'
            ? await approveApplication(tx, olga, { id, version: 1 })
            : await answerApplication(tx, olga, { id, version: 1, step: 'decline', note }),
        )
      },
    }
    return [ask, answer]
  })
}

/** What accounts agreed to, and who asked for new ones. */
export function agreementLife(world: World): Step[] {
  return [...agreed(world), ...applied(world)]
}
