import type { Child } from '#jsx'
import type { Reader } from '../../platform/i18n/reader.ts'
import { AccountFrame, type SeenAccount } from '../../accounts/index.ts'
import { accountUsersPath } from '../../paths/accounts.ts'
import { removeUserPath, userPath } from '../../paths/members.ts'
import { Form, FormActions, type Frame, LinkButton, Notice, SubmitButton } from '../../ui/index.ts'
import { words } from '../messages/index.ts'

/** What the page that asks once more shows. */
export type RemovePageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly personId: string
  readonly name: string
  readonly isOwn: boolean
  /** What ends, in words. */
  readonly held: readonly string[]
  /** Why nothing was removed, in words. */
  readonly problem?: string | undefined
}

/** Asks once more before all that somebody holds ends. */
export function RemoveMemberPage({ frame, seen, personId, name, isOwn, held, problem }: RemovePageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const { account } = seen
  const says = { name, account: account.name }
  const title = isOwn ? t('remove.title-own', says) : t('remove.title', says)
  const person = userPath.to(account.identifier, personId)
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="users"
      title={title}
      lead={problem === undefined ? (isOwn ? t('remove.lead-own') : t('remove.lead')) : undefined}
      under={[{ label: name, href: person }, { label: title }]}
      narrow
    >
      {problem === undefined ? (
        <Asking
          reader={reader}
          held={held}
          action={removeUserPath.to(account.identifier, personId)}
          back={person}
        >
          {isOwn ? t('remove.press-own', says) : t('remove.press', says)}
        </Asking>
      ) : (
        <Notice
          kind="warning"
          title={t('remove.refused')}
          actions={
            <>
              <LinkButton small href={person}>
                {name}
              </LinkButton>
              <LinkButton small variant="quiet" href={accountUsersPath.to(account.identifier)}>
                {t('batch.to-users')}
              </LinkButton>
            </>
          }
        >
          {problem}
        </Notice>
      )}
    </AccountFrame>
  )
}

function Asking(props: {
  readonly reader: Reader
  readonly held: readonly string[]
  readonly action: string
  readonly back: string
  readonly children?: Child
}) {
  const t = words.for(props.reader)
  return (
    <>
      <h2>{t('remove.now')}</h2>
      <ul>
        {props.held.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      <Form action={props.action}>
        <FormActions>
          <SubmitButton variant="danger">{props.children}</SubmitButton>
          <LinkButton variant="quiet" href={props.back}>
            {t('remove.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  )
}
