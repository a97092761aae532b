import type { Child } from '#jsx'
import { requestPath } from '../paths/access-requests.ts'
import {
  type Crumb,
  type Fact,
  Facts,
  Form,
  FormActions,
  type Frame,
  Identifier,
  LinkButton,
  Page,
  PageHeading,
} from '../ui/index.ts'
import { type PlaceNames, sayAsk } from './asked.ts'
import { words } from './messages/index.ts'
import type { StoredRequest } from './requests.row.ts'

/** The request that a page asks about once more, and where it is shown. */
export type AskedAbout = {
  readonly frame: Frame
  readonly request: StoredRequest
  readonly placeNames: PlaceNames
}

/** Asks once more before something is done with a request, and says which one it is. */
export function OnceMorePage(
  props: AskedAbout & {
    readonly title: string
    readonly lead?: string | undefined
    /** The pages above the request's, and what this one is called there. */
    readonly above?: readonly Crumb[]
    readonly here: string
    /** What else there is to know about the request. */
    readonly facts?: readonly Fact[]
    readonly action: string
    /** The button that does it; none when it cannot be done. */
    readonly act: Child
    /** What leads back, with nothing done. */
    readonly keep: string
    readonly children?: Child
  },
) {
  const { frame, request, title } = props
  const t = words.for(frame.reader)
  const back = requestPath.to(request.id)
  return (
    <Page
      frame={frame}
      title={title}
      breadcrumb={[...(props.above ?? []), { label: request.reference, href: back }, { label: props.here }]}
    >
      <PageHeading title={title} lead={props.lead} />
      {props.children}
      <Facts
        items={[
          { label: t('sent.reference'), value: <Identifier value={request.reference} /> },
          { label: t('request.account'), value: request.accountName },
          ...(props.facts ?? []),
          { label: t('request.asked'), value: sayAsk(frame.reader, request.ask, props.placeNames) },
        ]}
      />
      <Form action={props.action}>
        <FormActions>
          {props.act}
          <LinkButton variant="quiet" href={back}>
            {props.keep}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
