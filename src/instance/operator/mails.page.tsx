import { withQuery } from '../../paths/decisions.ts'
import { operatedMailPath, operatorMailsPath, resendMailsPath } from '../../paths/operator.ts'
import {
  Badge,
  Button,
  type Column,
  EmptyState,
  FilterLinks,
  type Flash,
  Form,
  type Frame,
  Id,
  Link,
  Pager,
  Table,
  Time,
  type Tone,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { Finder, OperatorPage } from './frame.page.tsx'
import type { MailRow, Show } from './mails.query.ts'
import { shows } from './mails.query.ts'

type Props = {
  frame: Frame
  rows: readonly MailRow[]
  show: Show
  find: string
  after: string | undefined
  flash?: Flash | undefined
}

const formId = 'resend'

/** Every mail and what became of it, with the way to send those again that did not arrive. */
export function MailsPage(props: Props) {
  const { frame, rows, show, find, after } = props
  const { reader } = frame
  const t = words.for(reader)
  const filters = shows.map((one) => ({
    label: t(`mails.show.${one}`),
    href: withQuery(operatorMailsPath.to(), { show: one, find }),
    current: one === show,
  }))
  const any = show === 'all' && find === '' ? 'none-yet' : 'none'
  return (
    <OperatorPage frame={frame} current="mails" flash={props.flash}>
      <FilterLinks label={t('mails.filter')} items={filters} />
      <Finder frame={frame} path={operatorMailsPath.to()} label={t('mails.find')} find={find} />
      {rows.length === 0 ? (
        <EmptyState title={t(`mails.${any}.title`)}>{t(`mails.${any}.text`)}</EmptyState>
      ) : (
        <Mails {...props} />
      )}
      <Pager reader={reader} next={after && withQuery(operatorMailsPath.to(), { show, find, after })} />
    </OperatorPage>
  )
}

const maySendAgain = ({ state }: MailRow) => state === 'BOUNCED' || state === 'DEFERRED'

function Mails({ frame, rows, show }: Props) {
  const { reader } = frame
  const t = words.for(reader)
  const selectable = show === 'bounced' || show === 'deferred' || show === 'given-up'
  return (
    <>
      {selectable && rows.some(maySendAgain) && (
        <Form action={resendMailsPath.to()} id={formId} wide>
          <Button>{t('mails.resend')}</Button>
        </Form>
      )}
      <Table
        reader={reader}
        caption={t('operator.mails')}
        dense
        rows={rows}
        columns={columns(frame)}
        {...(selectable
          ? {
              select: {
                name: 'mail',
                value: ({ id }: MailRow) => id,
                label: ({ address }: MailRow) => t('mails.select', { address }),
                form: formId,
              },
            }
          : {})}
      />
    </>
  )
}

const tones: Readonly<Record<MailRow['state'], Tone>> = {
  QUEUED: 'blue',
  ACCEPTED: 'green',
  DEFERRED: 'amber',
  BOUNCED: 'red',
  SUPPRESSED: 'neutral',
}

/** What became of a mail, as a word. */
export function MailState({ frame, mail }: { frame: Frame; mail: MailRow }) {
  const t = words.for(frame.reader)
  if (mail.gaveUp && mail.state === 'BOUNCED') return <Badge tone="red">{t('mails.state.given-up')}</Badge>
  if (mail.heldUntil && mail.state === 'QUEUED') return <Badge tone="violet">{t('mails.state.held')}</Badge>
  return <Badge tone={tones[mail.state]}>{t(`mails.state.${mail.state}`)}</Badge>
}

function columns(frame: Frame): Column<MailRow>[] {
  const { reader } = frame
  const t = words.for(reader)
  return [
    {
      label: t('mails.to'),
      heads: true,
      cell: ({ id, address, category }) => (
        <>
          <Link href={operatedMailPath.to(id)}>
            <Id value={address} />
          </Link>
          <p class="muted">{t(`mails.category.${category ?? 'none'}`)}</p>
        </>
      ),
    },
    { label: t('mails.state'), cell: (mail) => <MailState frame={frame} mail={mail} /> },
    { label: t('mails.answer'), cell: ({ response }) => response ?? '–' },
    { label: t('mails.attempts'), numeric: true, cell: ({ attempts }) => attempts },
    {
      label: t('mails.queued'),
      fit: true,
      cell: ({ queuedAt }) => <Time reader={reader} at={queuedAt} as="dateTime" />,
    },
    {
      label: t('mails.next'),
      fit: true,
      cell: ({ nextAt, heldUntil }) => {
        const at = nextAt ?? heldUntil
        return at === null ? '–' : <Time reader={reader} at={at} as="dateTime" />
      },
    },
  ]
}
