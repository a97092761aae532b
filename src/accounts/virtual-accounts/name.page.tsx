import {
  accountVirtualAccountsPath,
  newVirtualAccountPath,
  renameVirtualAccountPath,
  virtualAccountPath,
} from '../../paths/accounts.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import {
  Checkbox,
  ErrorSummary,
  Field,
  Form,
  FormActions,
  type Frame,
  Hidden,
  LinkButton,
  Muted,
  Notice,
  SubmitButton,
} from '../../ui/index.ts'
import { AccountFrame } from '../account-frame.page.tsx'
import type { NamedTree, NamedVirtualAccount } from '../domain/tree.ts'
import { placeName } from '../held.ts'
import { words } from '../messages/index.ts'
import type { SeenAccount } from '../sight.ts'
import { wayTo } from './place.page.tsx'

/** What the form of a new virtual account, or of another name, shows. */
export type NamePageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly tree: NamedTree
  /** The one that is renamed; null for a new one. */
  readonly place: NamedVirtualAccount | null
  /** Where a new one is to stand; null for the top. */
  readonly parent: NamedVirtualAccount | null
  readonly typed: Typed
  readonly errors?: FieldErrors | undefined
  /** Why it was not saved at all. */
  readonly refused?: string | undefined
  /** One beside it that looks like this name. */
  readonly looksLike?: string | undefined
}

/** A new virtual account, or another name for one. */
export function NamePage(props: NamePageProps) {
  const { frame, seen, place, errors = {}, refused, looksLike } = props
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  const mistakes = Object.entries(errors).map(([field, message]) => ({ field, message }))
  const title = place ? t('va.rename-title', { name: place.name }) : t('va.add')
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="virtual-accounts"
      narrow
      title={title}
      lead={place ? undefined : whereOf(props)}
      under={place ? wayTo({ ...props, place }, t('va.rename')) : [{ label: t('va.add') }]}
      failed={mistakes.length > 0 || refused !== undefined || looksLike !== undefined}
    >
      <ErrorSummary reader={reader} errors={mistakes} />
      {refused !== undefined && (
        <Notice kind="warning" title={t('settings.problem')}>
          {refused}
        </Notice>
      )}
      {looksLike !== undefined && (
        <Notice kind="warning" title={t('va.looks-like-title', { name: looksLike })}>
          {t('va.looks-like')}
        </Notice>
      )}
      <Form
        action={
          place ? renameVirtualAccountPath.to(identifier, place.id) : newVirtualAccountPath.to(identifier)
        }
      >
        <Fields {...props} />
        <FormActions>
          <SubmitButton>
            {t(looksLike === undefined ? (place ? 'settings.save' : 'va.add-press') : 'va.despite')}
          </SubmitButton>
          <LinkButton
            variant="quiet"
            href={
              place ? virtualAccountPath.to(identifier, place.id) : accountVirtualAccountsPath.to(identifier)
            }
          >
            {t('properties.back')}
          </LinkButton>
        </FormActions>
      </Form>
    </AccountFrame>
  )
}

function whereOf({ frame, seen, parent }: NamePageProps): string {
  const t = words.for(frame.reader)
  return parent ? t('va.add-where', { parent: placeName(seen.tree, parent.id) }) : t('va.add-top')
}

function Fields({ frame, place, parent, typed, errors = {}, looksLike }: NamePageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const name = typed['name']
  return (
    <>
      {place && <Hidden name="before" value={place.name} />}
      {!place && <Hidden name="parent" value={parent?.id ?? ''} />}
      <Hidden name="despite" value={looksLike ?? ''} />
      <Field
        reader={reader}
        name="name"
        label={t('va.name')}
        help={t('va.name-help')}
        required
        maxlength={80}
        autocomplete="off"
        value={typeof name === 'string' ? name : (place?.name ?? '')}
        error={errors['name']}
      />
      {!place && (
        <Checkbox
          name="restricted"
          label={t('account.restricted')}
          help={t('va.restrict-help')}
          checked={typed['restricted'] === 'yes'}
        />
      )}
      {place && <Muted>{t('va.rename-help')}</Muted>}
    </>
  )
}
