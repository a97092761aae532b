import { backupApproversPath } from '../../paths/accounts.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import {
  Checkboxes,
  EmptyState,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Notice,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { SettingsPage } from '../settings/frame.page.tsx'
import type { SeenAccount } from '../sight.ts'
import type { Backups } from './backup-approvers.store.ts'

/** What the page of backup approvers shows. */
export type BackupApproversPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly backups: Backups
  readonly version: number
  /** What was chosen and not saved. */
  readonly typed?: Typed | undefined
  readonly errors?: FieldErrors
  readonly refused?: string | undefined
  readonly flash?: Flash | undefined
}

/** Who decides in an account and is mailed only once a request is late. */
export function BackupApproversPage(props: BackupApproversPageProps) {
  const { frame, seen, backups } = props
  const t = words.for(frame.reader)
  const isLonely = backups.people.length < 2 && backups.chosen.length === 0
  const isEverybody = !backups.isCut && backups.chosen.length === backups.people.length && !isLonely
  return (
    <SettingsPage
      frame={frame}
      seen={seen}
      current="backups"
      lead={t('backups.lead')}
      flash={props.flash}
      errors={props.errors}
      refused={props.refused}
    >
      {isLonely && <EmptyState title={t('backups.alone')}>{t('backups.alone.text')}</EmptyState>}
      {isEverybody && (
        <Notice kind="info" still>
          {t('backups.everybody')}
        </Notice>
      )}
      {!isLonely && <BackupsForm {...props} />}
    </SettingsPage>
  )
}

function BackupsForm({ frame, seen, backups, version, typed = {}, errors = {} }: BackupApproversPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const { people, others } = typed
  const again = typeof people === 'string' ? [people] : people
  return (
    <Form action={backupApproversPath.to(seen.account.identifier)}>
      <Hidden name="version" value={String(version)} />
      <Checkboxes
        reader={reader}
        name="people"
        label={t('backups.people')}
        help={t('backups.people.help')}
        error={errors['people']}
        values={again ?? backups.chosen}
        items={backups.people.map((one) => ({ value: one.personId, label: nameOf(one), help: one.address }))}
      />
      {backups.isCut && (
        <TextArea
          reader={reader}
          name="others"
          label={t('backups.others')}
          help={t('backups.others.help', { n: backups.people.length })}
          error={errors['others']}
          value={typeof others === 'string' ? others : ''}
          rows={3}
          spellcheck={false}
        />
      )}
      <FormActions>
        <SubmitButton>{t('settings.save')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
