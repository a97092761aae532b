import type { StoredAccount } from '../accounts/index.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import { Prose, Section } from '../ui/index.ts'
import type { ChangeKind } from './domain/change.ts'
import { words } from './messages/index.ts'
import type { Weight } from './preview.query.ts'

/** What a change is about: the account, what hangs on it, and the other account of a merger. */
export type Subject = {
  readonly kind: ChangeKind
  readonly account: StoredAccount
  readonly weight: Weight
  readonly other?: StoredAccount | undefined
}

/** What a change would do to people, requests and what else hangs on the account, in sentences. */
export function Happens({ reader, subject }: { reader: Reader; subject: Subject }) {
  const t = words.for(reader)
  return (
    <Section title={t('happens')}>
      <Prose>
        <ul>
          {sentencesOf(reader, subject).map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </Prose>
    </Section>
  )
}

function sentencesOf(reader: Reader, subject: Subject): string[] {
  const t = words.for(reader)
  const { kind, weight } = subject
  const { members, requests } = weight
  switch (kind) {
    case 'CLOSE':
      return [
        t('happens.members', { n: members }),
        t('happens.requests-end', { n: requests }),
        t('happens.ends'),
        t('happens.identifier-stays'),
      ]
    case 'MERGE':
      return ofMerger(reader, subject)
    case 'IDENTIFIER':
      return [t('happens.identifier'), t('happens.identifier-old')]
    case 'SUSPEND':
      return [t('happens.suspend', { n: members }), t('happens.suspend-requests', { n: requests })]
    case 'RESUME':
      return [t('happens.resume')]
    default:
      return [kind === 'TYPE' ? t('happens.type') : t('happens.list')]
  }
}

function ofMerger(reader: Reader, { account, weight, other }: Subject): string[] {
  const t = words.for(reader)
  const names = { account: account.name, other: other?.name ?? '' }
  const { domains, approvers } = weight
  return [
    t('happens.branch', { ...names, n: weight.places }),
    t('happens.roles', { n: weight.grants }),
    ...(approvers > 0 ? [t('happens.approvers', { n: approvers })] : []),
    t('happens.requests-go-on', { n: weight.requests, other: names.other }),
    ...(domains.length > 0
      ? [t('happens.domains', { other: names.other, domains: domains.join(', ') })]
      : []),
    t('happens.ends'),
    t('happens.closed', { account: names.account }),
  ]
}
