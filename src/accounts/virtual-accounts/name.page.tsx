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
  const t = words.for(frame.reader)
  const mistakes = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="virtual-accounts"
      narrow
      title={place ? t('va.rename-title', { name: place.name }) : t('va.add')}
      lead={place ? undefined : whereOf(props)}
      under={place ? wayTo({ ...props, place }, t('va.rename')) : [{ label: t('va.add') }]}
      failed={mistakes.length > 0 || refused !== undefined || looksLike !== undefined}
    >
      <ErrorSummary reader={frame.reader} errors={mistakes} />
      <Said {...props} />
      <NameForm {...props} />
    </AccountFrame>
  )
}

function Said({ frame, refused, looksLike }: NamePageProps) {
  const t = words.for(frame.reader)
  return (
    <>
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
    </>
  )
}

function NameForm(props: NamePageProps) {
  const { frame, seen, place, looksLike } = props
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  const [action, back, press] = place
    ? ([
        renameVirtualAccountPath.to(identifier, place.id),
        virtualAccountPath.to(identifier, place.id),
        'settings.save',
      ] as const)
    : ([
        newVirtualAccountPath.to(identifier),
        accountVirtualAccountsPath.to(identifier),
        'va.add-press',
      ] as const)
  return (
    <Form action={action}>
      {place ? <Hidden name="before" value={place.name} /> : <NewOnly {...props} />}
      <Hidden name="despite" value={looksLike ?? ''} />
      <NameField {...props} />
      {place ? <Muted>{t('va.rename-help')}</Muted> : <Restricted {...props} />}
      <FormActions>
        <SubmitButton>{t(looksLike === undefined ? press : 'va.despite')}</SubmitButton>
        <LinkButton variant="quiet" href={back}>
          {t('properties.back')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function NewOnly({ parent }: NamePageProps) {
  return <Hidden name="parent" value={parent?.id ?? ''} />
}

function NameField({ frame, place, typed, errors = {} }: NamePageProps) {
  const t = words.for(frame.reader)
  const name = typed['name']
  return (
    <Field
      reader={frame.reader}
      name="name"
      label={t('va.name')}
      help={t('va.name-help')}
      required
      maxlength={80}
      autocomplete="off"
      value={typeof name === 'string' ? name : (place?.name ?? '')}
      error={errors['name']}
    />
  )
}

function Restricted({ frame, typed }: NamePageProps) {
  const t = words.for(frame.reader)
  return (
    <Checkbox
      name="restricted"
      label={t('account.restricted')}
      help={t('va.restrict-help')}
      checked={typed['restricted'] === 'yes'}
    />
  )
}

function whereOf({ frame, seen, parent }: NamePageProps): string {
  const t = words.for(frame.reader)
  return parent ? t('va.add-where', { parent: placeName(seen.tree, parent.id) }) : t('va.add-top')
}
