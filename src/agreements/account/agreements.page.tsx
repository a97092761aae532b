import { AccountFrame, type SeenAccount } from '../../accounts/index.ts'
import { agreementVersionPath } from '../../paths/agreements.ts'
import { accountAgreementsPath } from '../../paths/accounts.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  Badge,
  Checkbox,
  type Column,
  EmptyState,
  ErrorSummary,
  type Flash,
  Fold,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Link,
  Notice,
  Section,
  Stack,
  SubmitButton,
  Table,
  Time,
} from '../../ui/index.ts'
import type { Acceptance, ListedVersion, StoredVersion } from '../agreements.store.ts'
import { standing, type Standing } from '../domain/agreement.ts'
import { words } from '../messages/index.ts'
import { AgreementsToRead, AgreementText } from '../text.tsx'
import { versionField } from './agreements.form.ts'

/** What the agreements of an account show. */
export type AgreementsPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly now: Date
  readonly versions: readonly ListedVersion[]
  /** The newest texts that are not accepted yet. */
  readonly toAccept: readonly StoredVersion[]
  /** What holds or will, whether it is accepted or not. */
  readonly newest: readonly StoredVersion[]
  readonly accepted: readonly Acceptance[]
  readonly mayAccept: boolean
  readonly flash?: Flash | undefined
  readonly error?: string | undefined
}

/** What an account agreed to: what is to be accepted first, then every version with who accepted it. */
export function AgreementsPage(props: AgreementsPageProps) {
  const { frame, seen, versions } = props
  const { reader } = frame
  const t = words.for(reader)
  const ids = [...new Set(versions.map(({ agreementId }) => agreementId))]
  const wrong = props.error === undefined ? [] : [{ field: 'agree-1', message: props.error }]
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="agreements"
      title={t('agreements.title')}
      lead={t('agreements.lead')}
      flash={props.flash}
      failed={wrong.length > 0}
    >
      <ErrorSummary reader={reader} errors={wrong} />
      <Stack>
        {props.toAccept.length > 0 && <ToAccept {...props} />}
        {ids.length === 0 && (
          <EmptyState title={t('agreements.none')}>{t('agreements.none-text')}</EmptyState>
        )}
        {ids.map((id) => (
          <History {...props} versions={versions.filter(({ agreementId }) => agreementId === id)} />
        ))}
      </Stack>
    </AccountFrame>
  )
}

function ToAccept({ frame, seen, toAccept, mayAccept, now }: AgreementsPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const account = seen.account.name
  const n = toAccept.length
  const isDue = toAccept.some(({ requiredFrom }) => requiredFrom <= now)
  const from = toAccept.map(({ requiredFrom }) => requiredFrom.getTime())
  const date = formatDate(reader, new Date(Math.min(...from)), 'date')
  return (
    <Section title={t('agreements.accept')} lead={t('agreements.accept-lead', { n, account })}>
      <Notice kind={isDue ? 'warning' : 'info'} still>
        {isDue ? t('agreements.due', { account }) : t('agreements.soon', { date })}
      </Notice>
      <AgreementsToRead reader={reader} versions={toAccept} />
      {mayAccept ? (
        <Form action={accountAgreementsPath.to(seen.account.identifier)}>
          {toAccept.map((one) => (
            <Hidden name="version" value={versionField(one)} />
          ))}
          <Checkbox name="agree" label={t('agreements.agree', { n, account })} />
          <FormActions>
            <SubmitButton>{t('agreements.submit', { account })}</SubmitButton>
          </FormActions>
        </Form>
      ) : (
        <Notice kind="info" still>
          {t('agreements.only-approvers')}
        </Notice>
      )}
    </Section>
  )
}

const tones = { ACCEPTED: 'green', SOON: 'blue', DUE: 'amber', RETIRED: 'neutral' } as const

function stateOf({ versions, accepted, now }: AgreementsPageProps): Standing | 'RETIRED' {
  const [newest] = versions
  if (!newest || newest.retiredAt) return 'RETIRED'
  const own = accepted.filter(({ agreementId }) => agreementId === newest.agreementId)
  return standing(versions, own.length === 0 ? null : Math.max(...own.map(({ version }) => version)), now)
}

function History(props: AgreementsPageProps) {
  const { frame, versions, accepted } = props
  const { reader } = frame
  const t = words.for(reader)
  const state = stateOf(props)
  const current = props.newest.find(({ agreementId }) => agreementId === versions[0]?.agreementId)
  const title = versions[0]?.title[reader.locale] ?? ''
  const columns: Column<ListedVersion>[] = [
    {
      label: t('agreements.version'),
      heads: true,
      cell: ({ agreementId, version }) => (
        <Link href={agreementVersionPath.to(agreementId, version)}>
          {t('agreements.version-n', { n: version })}
        </Link>
      ),
    },
    {
      label: t('agreements.required'),
      cell: ({ requiredFrom }) => <Time reader={reader} at={requiredFrom} />,
    },
    {
      label: t('agreements.accepted-by'),
      cell: (version) => <By {...props} accepted={accepted} version={version} />,
    },
  ]
  return (
    <Section
      title={
        <>
          {title} <Badge tone={tones[state]}>{t(`agreements.state.${state}`)}</Badge>
        </>
      }
    >
      <Table reader={reader} caption={title} columns={columns} rows={versions} />
      {current && props.toAccept.length === 0 && (
        <Fold summary={t('agreements.read')}>
          <AgreementText text={current.text[reader.locale]} />
        </Fold>
      )}
    </Section>
  )
}

function By({ frame, accepted, version }: AgreementsPageProps & { version: ListedVersion }) {
  const { reader } = frame
  const t = words.for(reader)
  const one = accepted.find(
    ({ agreementId, version: n }) => agreementId === version.agreementId && n === version.version,
  )
  const isReplaced = accepted.some(
    ({ agreementId, version: n }) => agreementId === version.agreementId && n > version.version,
  )
  if (!one)
    return <span class="muted">{t(isReplaced ? 'agreements.replaced' : 'agreements.not-accepted')}</span>
  return (
    <>
      <bdi>{one.isErased ? t('agreements.erased') : nameOf(one)}</bdi>
      <p class="muted">
        <Time reader={reader} at={one.at} as="dateTime" />
      </p>
    </>
  )
}
