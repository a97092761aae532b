import { accountPath, accountsPath } from '../../paths/accounts.ts'
import {
  newPreparedTextPath,
  preparedTextPath,
  preparedTextsPath,
  removePreparedTextPath,
} from '../../paths/conversation.ts'
import {
  Badge,
  Button,
  Cluster,
  type Column,
  type Crumb,
  EmptyState,
  type Flash,
  Form,
  FormActions,
  type Frame,
  LinkButton,
  Page,
  PageHeading,
  Quote,
  Section,
  Table,
} from '../../ui/index.ts'
import { purposes, versionIn } from '../domain/prepared-text.ts'
import { words } from '../messages/index.ts'
import type { StoredText } from './prepared-texts.store.ts'

/** What the pages of prepared texts know of their account. */
export type OfAccount = {
  readonly frame: Frame
  readonly account: { readonly identifier: string; readonly name: string }
}

/** The way to a page about an account's prepared texts. */
export function crumbsTo({ frame, account }: OfAccount, here?: string): Crumb[] {
  const t = words.for(frame.reader)
  return [
    { label: t('queue.manage'), href: accountsPath.to() },
    { label: account.name, href: accountPath.to(account.identifier) },
    ...(here === undefined
      ? [{ label: t('prepared.title') }]
      : [{ label: t('prepared.title'), href: preparedTextsPath.to(account.identifier) }, { label: here }]),
  ]
}

/** The texts that an account keeps ready, by what they are for. */
export function PreparedTextsPage(
  props: OfAccount & {
    readonly texts: readonly StoredText[]
    readonly flash?: Flash | undefined
  },
) {
  const { frame, account, texts, flash } = props
  const t = words.for(frame.reader)
  const add = (
    <LinkButton variant="primary" icon="plus" href={newPreparedTextPath.to(account.identifier)}>
      {t('prepared.add')}
    </LinkButton>
  )
  return (
    <Page frame={frame} title={t('prepared.title')} breadcrumb={crumbsTo(props)} flash={flash} wide>
      <PageHeading
        over={account.name}
        title={t('prepared.title')}
        lead={t('prepared.lead')}
        actions={texts.length > 0 && add}
      />
      {texts.length === 0 ? (
        <EmptyState icon="square-pen" title={t('prepared.none')} action={add}>
          {t('prepared.none-text')}
        </EmptyState>
      ) : (
        purposes.map((purpose) => {
          const rows = texts.filter((text) => text.purpose === purpose)
          if (rows.length === 0) return null
          const title = t(`prepared.purpose.${purpose}`)
          return (
            <Section title={title}>
              <Table reader={frame.reader} caption={title} columns={columnsOf(props)} rows={rows} />
            </Section>
          )
        })
      )}
    </Page>
  )
}

function columnsOf({ frame, account }: OfAccount): Column<StoredText>[] {
  const { reader } = frame
  const t = words.for(reader)
  const titleOf = (text: StoredText) => versionIn(text, reader.locale).title
  const missing = <Badge>{t('prepared.missing')}</Badge>
  return [
    { label: t('prepared.name'), heads: true, cell: titleOf },
    { label: t('prepared.english'), cell: ({ en }) => (en.text === '' ? missing : en.text) },
    { label: t('prepared.french'), cell: ({ fr }) => (fr.text === '' ? missing : fr.text) },
    {
      label: t('mine.actions'),
      actions: true,
      cell: (text) => (
        <Cluster>
          <LinkButton
            small
            href={preparedTextPath.to(account.identifier, text.id)}
            label={t('prepared.edit-of', { title: titleOf(text) })}
          >
            {t('prepared.edit')}
          </LinkButton>
          <LinkButton
            small
            variant="quiet"
            href={removePreparedTextPath.to(account.identifier, text.id)}
            label={t('prepared.remove-of', { title: titleOf(text) })}
          >
            {t('prepared.remove')}
          </LinkButton>
        </Cluster>
      ),
    },
  ]
}

/** Asks once more before a text is removed. */
export function RemovePreparedTextPage(props: OfAccount & { readonly text: StoredText }) {
  const { frame, account, text } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('prepared.remove-title')
  const { title: name, text: said } = versionIn(text, reader.locale)
  return (
    <Page frame={frame} title={title} breadcrumb={crumbsTo(props, t('prepared.remove'))}>
      <PageHeading over={name} title={title} lead={t('prepared.remove-text')} />
      <Quote reader={reader} text={said} />
      <Form action={removePreparedTextPath.to(account.identifier, text.id)}>
        <FormActions>
          <Button variant="danger">{t('prepared.remove')}</Button>
          <LinkButton variant="quiet" href={preparedTextsPath.to(account.identifier)}>
            {t('prepared.keep')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
