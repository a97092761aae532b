import { accountWords } from '../../accounts/index.ts'
import {
  accountPath,
  accountsPath,
  accountUsersPath,
  smartAccountsPath,
  takeBackPath,
} from '../../paths/accounts.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  Change,
  type Crumb,
  Form,
  FormActions,
  type Frame,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  SubmitButton,
} from '../../ui/index.ts'
import { sayGrant } from '../decide/sayings.ts'
import { words } from '../messages/index.ts'
import type { GrantView } from './take-back.query.ts'

type Props = { frame: Frame; view: GrantView; refused?: string | undefined }

/** Asks once more before a grant ends, and says what changes; or says why it stays. */
export function TakeBackPage({ frame, view, refused }: Props) {
  const { reader } = frame
  const t = words.for(reader)
  const { account, grant, name, isOwn } = view
  const title = isOwn ? t('take.title-own') : t('take.title')
  const back = isOwn ? smartAccountsPath.to() : accountUsersPath.to(account.identifier)
  return (
    <Page frame={frame} title={title} breadcrumb={crumbsOf(reader, view, title)}>
      <PageHeading
        over={account.name}
        title={title}
        lead={refused === undefined ? leadOf(reader, view) : undefined}
      />
      {refused === undefined ? (
        <>
          <h2>{t('take.change', { name })}</h2>
          <Change
            reader={reader}
            now={<Held reader={reader} view={view} />}
            after={<Rest reader={reader} view={view} />}
          />
          <Form action={takeBackPath.to(account.identifier, grant.id)}>
            <FormActions>
              <SubmitButton variant="danger">{isOwn ? t('take.do-own') : t('take.do')}</SubmitButton>
              <LinkButton variant="quiet" href={back}>
                {t('take.cancel')}
              </LinkButton>
            </FormActions>
          </Form>
        </>
      ) : (
        <Notice
          kind="warning"
          title={t('take.refused')}
          actions={
            <LinkButton small href={back}>
              {isOwn ? t('take.own-list') : t('take.users')}
            </LinkButton>
          }
        >
          {refused}
        </Notice>
      )}
    </Page>
  )
}

function leadOf(reader: Reader, { isOwn, name }: GrantView): string {
  const t = words.for(reader)
  return isOwn ? t('take.lead-own') : t('take.lead', { name })
}

function Held({ reader, view }: { reader: Reader; view: GrantView }) {
  return (
    <ul>
      {[view.grant, ...view.rest].map((grant) => (
        <li>{sayGrant(reader, grant, view.tree)}</li>
      ))}
    </ul>
  )
}

/** What somebody still holds in the account without this grant. */
export function Rest({ reader, view }: { reader: Reader; view: GrantView }) {
  if (view.rest.length === 0) return <span>{accountWords.for(reader)('held.nothing')}</span>
  return (
    <ul>
      {view.rest.map((grant) => (
        <li>{sayGrant(reader, grant, view.tree)}</li>
      ))}
    </ul>
  )
}

function crumbsOf(reader: Reader, { account, isOwn }: GrantView, title: string): Crumb[] {
  const a = accountWords.for(reader)
  if (isOwn) return [{ label: a('access.title'), href: smartAccountsPath.to() }, { label: title }]
  return [
    { label: a('manage.title'), href: accountsPath.to() },
    { label: account.name, href: accountPath.to(account.identifier) },
    { label: a('account.users'), href: accountUsersPath.to(account.identifier) },
    { label: title },
  ]
}
