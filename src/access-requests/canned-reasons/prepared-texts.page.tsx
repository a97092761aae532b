import { AccountSettingsPage, type SeenAccount } from '../../accounts/index.ts'
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
  EmptyState,
  type Flash,
  Form,
  FormActions,
  type Frame,
  LinkButton,
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
  readonly seen: SeenAccount
}

/** The texts that an account keeps ready, by what they are for. */
export function PreparedTextsPage(
  props: OfAccount & {
    readonly texts: readonly StoredText[]
    readonly flash?: Flash | undefined
  },
) {
  const { frame, seen, texts, flash } = props
  const t = words.for(frame.reader)
  const add = (
    <LinkButton variant="primary" icon="plus" href={newPreparedTextPath.to(seen.account.identifier)}>
      {t('prepared.add')}
    </LinkButton>
  )
  return (
    <AccountSettingsPage
      frame={frame}
      seen={seen}
      current="texts"
      lead={t('prepared.lead')}
      flash={flash}
      actions={texts.length > 0 && add}
      wide
    >
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
    </AccountSettingsPage>
  )
}

function columnsOf({ frame, seen }: OfAccount): Column<StoredText>[] {
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
            href={preparedTextPath.to(seen.account.identifier, text.id)}
            label={t('prepared.edit-of', { title: titleOf(text) })}
          >
            {t('prepared.edit')}
          </LinkButton>
          <LinkButton
            small
            variant="quiet"
            href={removePreparedTextPath.to(seen.account.identifier, text.id)}
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
  const { frame, seen, text } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('prepared.remove-title')
  const { title: name, text: said } = versionIn(text, reader.locale)
  return (
    <AccountSettingsPage
      frame={frame}
      seen={seen}
      current="texts"
      over={name}
      title={title}
      lead={t('prepared.remove-text')}
      under={{ label: t('prepared.remove') }}
    >
      <Quote reader={reader} text={said} />
      <Form action={removePreparedTextPath.to(seen.account.identifier, text.id)}>
        <FormActions>
          <Button variant="danger">{t('prepared.remove')}</Button>
          <LinkButton variant="quiet" href={preparedTextsPath.to(seen.account.identifier)}>
            {t('prepared.keep')}
          </LinkButton>
        </FormActions>
      </Form>
    </AccountSettingsPage>
  )
}
