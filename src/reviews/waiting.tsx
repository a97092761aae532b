import { reviewPath } from '../paths/reviews.ts'
import { formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import { Items, LinkButton, Section } from '../ui/index.ts'
import { words } from './messages/index.ts'
import type { WaitingReview } from './progress.query.ts'

/** The reviews that wait for somebody, for their home page; nothing when none does. */
export function ReviewsPart({ reader, reviews }: { reader: Reader; reviews: readonly WaitingReview[] }) {
  if (reviews.length === 0) return null
  const t = words.for(reader)
  return (
    <Section title={t('home.title')}>
      <Items
        items={reviews.map(({ id, identifier, accountName, closesAt, total, mine }) => ({
          title: accountName,
          text: t('home.text', {
            answered: total - mine,
            total,
            date: formatDate(reader, closesAt, 'dateTime'),
          }),
          action: (
            <LinkButton
              small
              href={reviewPath.to(identifier, id)}
              label={t('home.open-label', { account: accountName })}
            >
              {t('home.open')}
            </LinkButton>
          ),
        }))}
      />
    </Section>
  )
}
