import { newTokenPath, tokensPath } from '../../paths/people.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  Checkboxes,
  ErrorSummary,
  Field,
  Form,
  FormActions,
  type Frame,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  Radios,
  SubmitButton,
} from '../../ui/index.ts'
import { tokenScopes } from '../domain/personal-token.ts'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'
import { profileCrumbs } from '../profile/profile-menu.page.tsx'
import { tokenDays } from './make-token.form.ts'

/** The form for a new token; nothing is chosen before somebody chooses. */
export function MakeTokenPage({ frame, ...typed }: { frame: Frame } & Again) {
  const { reader } = frame
  const t = words.for(reader)
  const form = again(t, typed)
  const title = t('tokens.new')
  return (
    <Page
      frame={frame}
      title={title}
      failed={form.failed}
      breadcrumb={profileCrumbs(reader, 'settings', title)}
    >
      <ErrorSummary reader={reader} errors={form.summary} />
      <PageHeading title={title} lead={t('tokens.lead')} />
      <Form action={newTokenPath.to()}>
        <Field
          reader={reader}
          name="name"
          label={t('tokens.field.name')}
          help={t('tokens.field.name.help')}
          required
          maxlength={80}
          width="medium"
          value={form.value('name')}
          error={form.error('name')}
        />
        <Choices reader={reader} typed={typed} />
        <FormActions>
          <SubmitButton>{t('tokens.submit')}</SubmitButton>
          <LinkButton href={tokensPath.to()} variant="quiet">
            {t('profile.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}

function Choices({ reader, typed }: { reader: Reader; typed: Again }) {
  const t = words.for(reader)
  const form = again(t, typed)
  const scopes = typed.typed?.['scopes']
  return (
    <>
      <Checkboxes
        reader={reader}
        name="scopes"
        label={t('tokens.field.scopes')}
        required
        items={tokenScopes.map((scope) => ({ value: scope, label: t(`tokens.scope.${scope}`) }))}
        values={typeof scopes === 'string' ? [scopes] : scopes}
        error={form.error('scopes')}
      />
      <Radios
        reader={reader}
        name="days"
        label={t('tokens.field.days')}
        required
        items={tokenDays.map((n) => ({ value: String(n), label: t('tokens.days', { n }) }))}
        value={form.value('days')}
        error={form.error('days')}
      />
    </>
  )
}

/** The new token, shown this once. */
export function TokenMadePage({ frame, token }: { frame: Frame; token: string }) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Page frame={frame} title={t('tokens.made')}>
      <PageHeading title={t('tokens.made')} />
      <Notice kind="warning" still>
        {t('tokens.made.once')}
      </Notice>
      <Field
        reader={reader}
        name="token"
        label={t('tokens.made.label')}
        value={token}
        readOnly
        spellcheck={false}
        required
      />
      <p>
        <LinkButton href={tokensPath.to()} variant="primary">
          {t('tokens.made.back')}
        </LinkButton>
      </p>
    </Page>
  )
}
