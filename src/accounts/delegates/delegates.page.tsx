import { localTimeIn } from '../../kernel/local-time.ts'
import { profilePath, settingsPath } from '../../paths/people.ts'
import { awayPath, backPath, chooseDelegatePath, stopStandingInPath } from '../../paths/people.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import type { Away } from '../../people/index.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  Button,
  ErrorSummary,
  Field,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Grid,
  Hidden,
  Items,
  Muted,
  Notice,
  Page,
  PageHeading,
  Section,
  Select,
  Stack,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { Deciding } from './delegates.query.ts'
import type { StandingIn } from './delegates.store.ts'

/** What the page about being away shows. */
export type AwayPageProps = {
  readonly frame: Frame
  readonly away: Away | undefined
  readonly isAwayNow: boolean
  readonly deciding: readonly Deciding[]
  readonly standingIn: readonly StandingIn[]
  readonly flash?: Flash | undefined
  readonly typed?: Typed | undefined
  readonly errors?: FieldErrors | undefined
  /** The words at the fields. */
  readonly mostDays: number
}

/** Being away: the days, who stands in in each account, and for whom one stands in. */
export function AwayPage(props: AwayPageProps) {
  const { frame, flash } = props
  const t = words.for(frame.reader)
  const wrong = mistakes(props)
  return (
    <Page
      frame={frame}
      title={t('away.title')}
      flash={flash}
      failed={wrong.length > 0}
      wide
      breadcrumb={[
        { label: t('away.crumb.profile'), href: profilePath.to() },
        { label: t('away.crumb.settings'), href: settingsPath.to() },
        { label: t('away.title') },
      ]}
    >
      <ErrorSummary reader={frame.reader} errors={wrong} />
      <PageHeading title={t('away.title')} lead={t('away.lead')} />
      <Grid>
        <Days {...props} />
        <Stack>
          <Delegates {...props} />
          <StandingInFor {...props} />
        </Stack>
      </Grid>
    </Page>
  )
}

type ErrorKey = 'away.error.no-day' | 'away.error.over' | 'away.error.backwards'

function said({ frame, errors = {}, mostDays }: AwayPageProps, name: string): string | undefined {
  const t = words.for(frame.reader)
  const key = errors[name]
  if (key === undefined) return undefined
  return key === 'away.error.too-long' ? t(key, { days: mostDays }) : t(key as ErrorKey)
}

function mistakes(props: AwayPageProps) {
  return Object.keys(props.errors ?? {}).map((field) => ({ field, message: said(props, field) ?? '' }))
}

function Days(props: AwayPageProps) {
  const { frame, away, typed } = props
  const { reader } = frame
  const t = words.for(reader)
  const value = (name: string, kept: string) => valueOf(typed, name) ?? kept
  return (
    <Section
      title={t('away.when')}
      lead={t('away.when.lead', { zone: reader.timeZone.replaceAll('_', ' ') })}
    >
      {away && <Planned {...props} away={away} />}
      <Form action={awayPath.to()}>
        <Field
          reader={reader}
          name="from"
          type="date"
          label={t('away.from')}
          help={t('away.from.help')}
          value={value('from', dayOf(away?.from ?? null, reader.timeZone))}
          error={said(props, 'from')}
          width="medium"
        />
        <Field
          reader={reader}
          name="until"
          type="date"
          label={t('away.until')}
          help={t('away.until.help')}
          required
          value={value('until', dayOf(away ? lastMoment(away.until) : null, reader.timeZone))}
          error={said(props, 'until')}
          width="medium"
        />
        <Field
          reader={reader}
          name="note"
          label={t('away.note')}
          help={t('away.note.help')}
          maxlength={200}
          value={value('note', away?.note ?? '')}
        />
        <FormActions>
          <SubmitButton>{t('away.save')}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  )
}

function valueOf(typed: Typed | undefined, name: string): string | undefined {
  const again = typed?.[name]
  return typeof again === 'string' ? again : undefined
}

function Planned({ frame, away, isAwayNow }: AwayPageProps & { away: Away }) {
  const { reader } = frame
  const t = words.for(reader)
  const date = formatDate(reader, lastMoment(away.until), 'date')
  return (
    <Notice kind="info" still>
      <p>
        {isAwayNow || away.from === null
          ? t('away.now', { date })
          : t('away.planned', { from: formatDate(reader, away.from, 'date'), date })}
      </p>
      <Form action={backPath.to()} wide>
        <Button small>{t('away.back')}</Button>
      </Form>
    </Notice>
  )
}

function Delegates({ frame, deciding }: AwayPageProps) {
  const t = words.for(frame.reader)
  if (deciding.length === 0) {
    return (
      <Section title={t('away.who')}>
        <Muted>{t('away.who.none')}</Muted>
      </Section>
    )
  }
  return (
    <Section title={t('away.who')} lead={t('away.who.lead')}>
      {deciding.map((account) => (
        <Delegate frame={frame} account={account} />
      ))}
    </Section>
  )
}

function Delegate({ frame, account }: { frame: Frame; account: Deciding }) {
  const { reader } = frame
  const t = words.for(reader)
  if (account.possible.length === 0 && account.chosen === null)
    return <p>{t('away.delegate.alone', { account: account.name })}</p>
  return (
    <Form action={chooseDelegatePath.to()}>
      <Hidden name="account" value={account.id} />
      <Select
        reader={reader}
        name="delegate"
        id={`delegate-${account.identifier}`}
        label={t('away.delegate', { account: account.name })}
        required
        placeholder={t('away.delegate.nobody')}
        options={account.possible.map((one) => ({ value: one.personId, label: nameOf(one) }))}
        value={account.chosen ?? ''}
      />
      <FormActions>
        <Button label={t('away.delegate.save-label', { account: account.name })}>
          {t('away.delegate.save')}
        </Button>
      </FormActions>
    </Form>
  )
}

function StandingInFor({ frame, standingIn }: AwayPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  if (standingIn.length === 0) return null
  return (
    <Section title={t('away.stands')}>
      <Items
        items={standingIn.map((one) => ({
          title: sayStanding(frame, one),
          action: (
            <Form action={stopStandingInPath.to()} wide>
              <Hidden name="account" value={one.accountId} />
              <Hidden name="person" value={one.personId} />
              <Button
                small
                label={t('away.stands.stop-label', { name: nameOf(one), account: one.accountName })}
              >
                {t('away.stands.stop')}
              </Button>
            </Form>
          ),
        }))}
      />
    </Section>
  )
}

function sayStanding({ reader }: Frame, one: StandingIn): string {
  const t = words.for(reader)
  const about = { name: nameOf(one), account: one.accountName }
  if (one.awayUntil === null) return t('away.stands.later', about)
  const date = formatDate({ ...reader, timeZone: one.timeZone }, lastMoment(one.awayUntil), 'dayMonth')
  return t('away.stands.now', { ...about, date })
}

// The last moment of the last day: the one before somebody is back.
function lastMoment(until: Date): Date {
  return new Date(until.getTime() - 1)
}

function dayOf(moment: Date | null, timeZone: string): string {
  return moment === null ? '' : localTimeIn(moment, timeZone).toISOString().slice(0, 10)
}
