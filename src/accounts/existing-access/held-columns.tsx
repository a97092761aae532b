import { requestPath } from '../../paths/access-requests.ts'
import { askForChangePath, extendPath } from '../../paths/access.ts'
import { takeBackPath } from '../../paths/accounts.ts'
import { newId } from '../../kernel/id.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Badge, Button, Cluster, Form, Hidden, Link, LinkButton, Stack, Time } from '../../ui/index.ts'
import { daysLeft } from '../domain/ending.ts'
import { sayEnd } from '../held.ts'
import { words } from '../messages/index.ts'
import { columnsOf } from './arrange.ts'
import type { HeldRole } from './existing-access.query.ts'

type Props = { readonly reader: Reader; readonly held: HeldRole }

/** Where a role comes from, and since when it is held. */
export function Source({ reader, held }: Props) {
  const { source } = columnsOf(reader, held)
  return (
    <>
      {held.requestId ? (
        <Link href={requestPath.to(held.requestId)}>{held.reference ?? source}</Link>
      ) : (
        source
      )}
      <p class="muted">
        <Time reader={reader} at={held.since} />
      </p>
    </>
  )
}

/** Until when a role is held, marked when that is soon. */
export function Until({ reader, held, now }: Props & { readonly now: Date }) {
  const t = words.for(reader)
  const { endsAt, isSuspended } = held
  const days = daysLeft(endsAt, now, reader.timeZone)
  return (
    <>
      {endsAt ? (
        <Time reader={reader} at={endsAt}>
          {sayEnd(reader, endsAt)}
        </Time>
      ) : (
        <span class="muted">{t('existing.no-end')}</span>
      )}
      {days !== undefined && (
        <p>
          <Badge tone="amber">{t('existing.ends-in', { n: days })}</Badge>
        </p>
      )}
      {isSuspended && (
        <p>
          <Badge tone="rust">{t('existing.suspended')}</Badge>
          <br />
          <span class="muted">{t('existing.suspended-text')}</span>
        </p>
      )}
    </>
  )
}

/** What can be done with a role of one's own: ask for more time, ask for another, give it back. */
export function Acts({ reader, held }: Props) {
  const t = words.for(reader)
  const { identifier, id, accountName, openRequestId, openReference } = held
  const { role, virtual } = columnsOf(reader, held)
  const named = { role, account: accountName, virtual }
  if (openRequestId !== null && openReference !== null) {
    return (
      <Stack>
        <p class="muted">
          {t('existing.asked')} <Link href={requestPath.to(openRequestId)}>{openReference}</Link>
        </p>
        <GiveBack reader={reader} held={held} />
      </Stack>
    )
  }
  return (
    <Cluster>
      {held.endsAt !== null && (
        <Form action={extendPath.to(identifier, id)} wide>
          <Hidden name="key" value={newId<'form'>()} />
          <Button small label={t('existing.extend-named', named)}>
            {t('existing.extend')}
          </Button>
        </Form>
      )}
      <Form action={askForChangePath.to(identifier, id)} wide>
        <Button small variant="quiet" label={t('existing.change-named', named)}>
          {t('existing.change')}
        </Button>
      </Form>
      <GiveBack reader={reader} held={held} />
    </Cluster>
  )
}

function GiveBack({ reader, held }: Props) {
  const t = words.for(reader)
  const { role, virtual } = columnsOf(reader, held)
  return (
    <LinkButton
      small
      variant="quiet"
      href={takeBackPath.to(held.identifier, held.id)}
      label={t('existing.give-back-named', { role, virtual, account: held.accountName })}
    >
      {t('existing.give-back')}
    </LinkButton>
  )
}
