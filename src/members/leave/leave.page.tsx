import { accountWords } from '../../accounts/index.ts'
import { leavePath, ownAccessPath } from '../../paths/access.ts'
import { smartAccountsPath } from '../../paths/accounts.ts'
import {
  Form,
  FormActions,
  type Frame,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'

/** What the page that asks once more shows. */
export type LeavePageProps = {
  readonly frame: Frame
  readonly account: { readonly identifier: string; readonly name: string }
  /** What ends, in words. */
  readonly held: readonly string[]
  /** Why nothing ended, in words. */
  readonly problem?: string | undefined
}

/** Asks once more before somebody leaves an account, or says why they stay. */
export function LeavePage({ frame, account, held, problem }: LeavePageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const a = accountWords.for(reader)
  const own = ownAccessPath.to(account.identifier)
  const title = t('remove.title-own', { account: account.name })
  return (
    <Page
      frame={frame}
      title={title}
      failed={problem !== undefined}
      breadcrumb={[
        { label: a('access.title'), href: smartAccountsPath.to() },
        { label: account.name, href: own },
        { label: a('own.leave') },
      ]}
    >
      <PageHeading title={title} lead={problem === undefined ? t('remove.lead-own') : undefined} />
      {problem === undefined ? (
        <Asking frame={frame} account={account} held={held} />
      ) : (
        <Notice
          kind="warning"
          title={a('own.leave.refused')}
          actions={
            <LinkButton small href={own}>
              {a('own.back')}
            </LinkButton>
          }
        >
          {problem}
        </Notice>
      )}
    </Page>
  )
}

function Asking({ frame, account, held }: Omit<LeavePageProps, 'problem'>) {
  const t = words.for(frame.reader)
  const a = accountWords.for(frame.reader)
  return (
    <>
      <h2>{a('own.held')}</h2>
      <ul>
        {held.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      <Form action={leavePath.to(account.identifier)}>
        <FormActions>
          <SubmitButton variant="danger">{a('own.leave.do')}</SubmitButton>
          <LinkButton variant="quiet" href={ownAccessPath.to(account.identifier)}>
            {t('remove.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  )
}
