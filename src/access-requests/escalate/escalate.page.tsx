import { myRequestsPath, requestPath } from '../../paths/access-requests.ts'
import { escalatePath } from '../../paths/support-cases.ts'
import {
  Button,
  Facts,
  Form,
  FormActions,
  type Frame,
  Identifier,
  LinkButton,
  Page,
  PageHeading,
} from '../../ui/index.ts'
import { type PlaceNames, sayAsk } from '../asked.ts'
import { words } from '../messages/index.ts'
import type { StoredRequest } from '../requests.row.ts'

/** Asks once more before a request is passed on to support, and says what support will see. */
export function EscalatePage(props: {
  readonly frame: Frame
  readonly request: StoredRequest
  readonly placeNames: PlaceNames
}) {
  const { frame, request, placeNames } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Page
      frame={frame}
      title={t('escalate.title')}
      breadcrumb={[
        { label: t('mine.title'), href: myRequestsPath.to() },
        { label: request.reference, href: requestPath.to(request.id) },
        { label: t('escalate.button') },
      ]}
    >
      <PageHeading title={t('escalate.title')} lead={t('escalate.text')} />
      <Facts
        items={[
          { label: t('sent.reference'), value: <Identifier value={request.reference} /> },
          { label: t('request.account'), value: request.accountName },
          { label: t('request.asked'), value: sayAsk(reader, request.ask, placeNames) },
        ]}
      />
      <Form action={escalatePath.to(request.id)}>
        <FormActions>
          <Button variant="primary" icon="life-buoy">
            {t('escalate.do')}
          </Button>
          <LinkButton variant="quiet" href={requestPath.to(request.id)}>
            {t('escalate.keep')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
