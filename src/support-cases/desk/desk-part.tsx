import { casePath, deskPath } from '../../paths/support-cases.ts'
import { nameOf } from '../../people/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Badge, Items, Link, Muted, Section, Time } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { DeskCase } from './desk.query.ts'

/** The first cases that wait for support, for an agent's home. */
export function DeskPart(props: {
  readonly reader: Reader
  readonly now: Date
  readonly cases: readonly DeskCase[]
}) {
  const { reader, now, cases } = props
  const t = words.for(reader)
  return (
    <Section title={t('desk.home')} action={<Link href={deskPath.to()}>{t('desk.home.all')}</Link>}>
      {cases.length === 0 ? (
        <Muted>{t('desk.home.none')}</Muted>
      ) : (
        <Items
          items={cases.map((one) => {
            const about = [one.accountName ?? t('desk.portal'), one.requester && nameOf(one.requester)]
            const due = <Time reader={reader} at={one.answerDueAt} as="dateTime" />
            return {
              title: <Link href={casePath.to(one.id)}>{one.reference}</Link>,
              state: one.answerDueAt < now && <Badge tone="rust">{t('desk.late')}</Badge>,
              text: [...about, one.beginning === '' ? t(`case.cause.${one.cause}`) : one.beginning]
                .filter(Boolean)
                .join(' · '),
              meta: (
                <>
                  {t('desk.due')} {due}
                </>
              ),
            }
          })}
        />
      )}
    </Section>
  )
}
