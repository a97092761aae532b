import { amendPath, myRequestsPath, requestPath } from '../../paths/access-requests.ts'
import {
  ErrorSummary,
  Form,
  FormActions,
  type Frame,
  Hidden,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { StoredRequest } from '../requests.row.ts'
import { WishFields, type WishFieldsProps } from '../submit/wish-fields.tsx'

/** What the form for changing a request shows. */
export type AmendPageProps = Omit<WishFieldsProps, 'reader'> & {
  readonly frame: Frame
  readonly request: StoredRequest
  /** The version that the form was filled from. */
  readonly version: number
  readonly refused?: string | undefined
}

/** The request's own words again, to be changed. */
export function AmendPage(props: AmendPageProps) {
  const { frame, request, errors, refused, version } = props
  const { reader } = frame
  const t = words.for(reader)
  const mistakes = Object.entries(errors).map(([field, message]) => ({
    field: field === 'scope' ? 'scope-1' : field,
    message,
  }))
  return (
    <Page
      frame={frame}
      title={t('amend.title')}
      failed={mistakes.length > 0 || refused !== undefined}
      breadcrumb={[
        { label: t('mine.title'), href: myRequestsPath.to() },
        { label: request.reference, href: requestPath.to(request.id) },
        { label: t('request.amend') },
      ]}
    >
      <ErrorSummary reader={reader} errors={mistakes} />
      {refused && (
        <Notice kind="danger" title={t('notice.refused')}>
          {refused}
        </Notice>
      )}
      <PageHeading over={request.accountName} title={t('amend.title')} lead={t('amend.lead')} />
      <Form action={amendPath.to(request.id)}>
        <Hidden name="version" value={String(version)} />
        <WishFields {...props} reader={reader} />
        <FormActions>
          <SubmitButton icon="send">{t('amend.do')}</SubmitButton>
          <LinkButton variant="quiet" href={requestPath.to(request.id)}>
            {t('amend.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
