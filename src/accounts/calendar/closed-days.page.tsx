import { closedDaysPath, openDayPath } from '../../paths/accounts.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  Badge,
  Button,
  Card,
  Facts,
  Form,
  FormActions,
  Muted,
  Section,
  SubmitButton,
  Table,
  TextArea,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { CalendarPageProps } from './calendar.page.tsx'
import { nextDaysOff, noonOf } from './days-off.ts'

/** The account's own closed days, each with a button that removes it, and the field that adds more. */
export function ClosedDays(props: CalendarPageProps) {
  const { frame, seen, typed, errors = {}, closed, today } = props
  const { reader } = frame
  const t = words.for(reader)
  const shown = closed.filter(({ day }) => day >= today)
  const lines = typed['days']
  return (
    <Section title={t('calendar.closed')} lead={t('calendar.closed.lead')} id="closed-days">
      {shown.length === 0 ? <Muted>{t('calendar.closed.none')}</Muted> : <Days {...props} closed={shown} />}
      {closed.length > shown.length && (
        <Muted>{t('calendar.closed.earlier', { n: closed.length - shown.length })}</Muted>
      )}
      <Form action={closedDaysPath.to(seen.account.identifier)} label={t('calendar.closed.add')}>
        <TextArea
          reader={reader}
          name="days"
          label={t('calendar.closed.lines')}
          help={t('calendar.closed.lines.help')}
          required
          rows={4}
          error={errors['days']}
          value={typeof lines === 'string' ? lines : ''}
        />
        <FormActions>
          <SubmitButton variant="secondary">{t('calendar.closed.add')}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  )
}

function Days({ frame, seen, closed }: CalendarPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const say = (day: string) => formatDate({ ...reader, timeZone: 'UTC' }, noonOf(day), 'dateWithYear')
  return (
    <Table
      reader={reader}
      caption={t('calendar.closed')}
      dense
      rows={closed}
      columns={[
        { label: t('calendar.closed.day'), heads: true, cell: ({ day }) => say(day) },
        { label: t('calendar.closed.name'), cell: ({ name }) => <bdi>{name}</bdi> },
        {
          label: t('calendar.closed.actions'),
          actions: true,
          cell: ({ day }) => (
            <Form action={openDayPath.to(seen.account.identifier, day)} wide>
              <Button small variant="quiet" label={t('calendar.closed.open-of', { day: say(day) })}>
                {t('calendar.closed.open')}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  )
}

/** The next days on which nobody answers. */
export function NextDaysOff({ frame, closed, holidays, today }: CalendarPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const days = nextDaysOff({ closed, holidays }, { today, locale: reader.locale, most: 8 })
  return (
    <Card title={t('calendar.next')}>
      {days.length === 0 ? (
        <Muted>{t('calendar.next.none')}</Muted>
      ) : (
        <Facts
          stacked
          items={days.map(({ day, name, isPublic }) => ({
            label: formatDate({ ...reader, timeZone: 'UTC' }, noonOf(day), 'dateWithYear'),
            value: (
              <>
                <bdi>{name}</bdi> <Badge>{t(isPublic ? 'calendar.next.public' : 'calendar.next.own')}</Badge>
              </>
            ),
          }))}
        />
      )}
    </Card>
  )
}
