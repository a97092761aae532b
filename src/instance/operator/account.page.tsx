import { mostTicked, type NamedTree, placeName, type StoredAccount } from '../../accounts/index.ts'
import { accountChangePath } from '../../paths/account-changes.ts'
import {
  accountEventsPath,
  accountRequestsPath,
  accountUsersPath,
  accountVirtualAccountsPath,
} from '../../paths/accounts.ts'
import { addVirtualAccountPath, changeVisibilityPath } from '../../paths/operator.ts'
import {
  ErrorSummary,
  Facts,
  Field,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Id,
  Link,
  LinkButton,
  Page,
  PageHeading,
  Section,
  Select,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { type Filled, filled, wayTo } from './forms.page.tsx'

/** One account: who finds it, and its virtual accounts. */
export function OperatedAccountPage(
  props: Filled & { account: StoredAccount; tree: NamedTree; flash?: Flash | undefined },
) {
  const { frame, account, flash } = props
  const { t, failed, summary } = filled(props)
  const { identifier, visibility, status, type, verifiedDomains } = account
  const isClosed = status === 'CLOSED'
  return (
    <Page
      frame={frame}
      title={account.name}
      failed={failed}
      flash={flash}
      breadcrumb={[...wayTo(t, 'accounts'), { label: account.name }]}
    >
      <ErrorSummary reader={frame.reader} errors={summary} />
      <PageHeading
        title={account.name}
        over={<Id value={identifier} />}
        actions={
          <>
            <LinkButton href={accountUsersPath.to(identifier)}>{t('operator.account.users')}</LinkButton>
            <LinkButton href={accountRequestsPath.to(identifier)}>{t('operator.requests')}</LinkButton>
            <LinkButton href={accountEventsPath.to(identifier)}>{t('operator.log')}</LinkButton>
          </>
        }
      />
      <Facts
        items={[
          { label: t('operator.status'), value: t(`operator.status.${status}`) },
          { label: t('operator.type'), value: t(`operator.type.${type}`) },
          ...(isClosed ? [] : [whoFindsIt(t, visibility)]),
          { label: t('operator.domains'), value: verifiedDomains.join(', ') || t('operator.domains.none') },
        ]}
      />
      <Places {...props} />
      {!isClosed && (
        <Section title={t('operator.add-virtual-account')}>
          <AddPlace {...props} />
        </Section>
      )}
      <Whole {...props} isClosed={isClosed} />
    </Page>
  )
}

function Whole({ frame, account, isClosed }: { frame: Frame; account: StoredAccount; isClosed: boolean }) {
  const t = words.for(frame.reader)
  const { identifier, visibility } = account
  return (
    <Section title={t('operator.whole-account')}>
      <p>
        <Link href={accountChangePath.to(identifier)}>{t('operator.change-account')}</Link>
      </p>
      {visibility === 'LISTED' && !isClosed && (
        <Form action={changeVisibilityPath.to(identifier)}>
          <Hidden name="visibility" value="RESTRICTED" />
          <FormActions>
            <SubmitButton variant="secondary">{t('operator.make-restricted')}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Section>
  )
}

function whoFindsIt(t: ReturnType<typeof words.for>, visibility: StoredAccount['visibility']) {
  return {
    label: t('operator.visibility'),
    value: t(`operator.visibility.${visibility}`),
    ...(visibility === 'LISTED' ? {} : { help: t('operator.visibility.list-takes-two') }),
  }
}

const depth = (path: readonly string[]) => '\u00a0'.repeat((path.length - 1) * 4)

function Places(props: Filled & { account: StoredAccount; tree: NamedTree }) {
  const { account, tree } = props
  const { t } = filled(props)
  return (
    <Section title={t('operator.virtual-accounts')} count={tree.virtualAccounts.length}>
      <ul>
        {tree.virtualAccounts.slice(0, mostTicked).map(({ name, path }) => (
          <li>
            {depth(path)}
            {name}
          </li>
        ))}
      </ul>
      {tree.virtualAccounts.length > mostTicked && (
        <p>
          <Link href={accountVirtualAccountsPath.to(account.identifier)}>
            {t('operator.all-virtual-accounts')}
          </Link>
        </p>
      )}
    </Section>
  )
}

function AddPlace(props: Filled & { account: StoredAccount; tree: NamedTree }) {
  const { account, tree } = props
  const { t, field } = filled(props)
  return (
    <Form action={addVirtualAccountPath.to(account.identifier)}>
      <Field {...field('name')} label={t('operator.name')} required />
      {tree.virtualAccounts.length > mostTicked ? (
        <Field {...field('parent')} label={t('operator.parent')} help={t('operator.parent.written')} />
      ) : (
        <Select
          {...field('parent')}
          label={t('operator.parent')}
          required
          placeholder={t('operator.parent.top')}
          options={tree.virtualAccounts.map(({ id, name, path }) => ({
            value: placeName(tree, id),
            label: `${depth(path)}${name}`,
          }))}
        />
      )}
      <FormActions>
        <SubmitButton variant="secondary">{t('operator.add-virtual-account')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
