import type { Child } from '#jsx'
import { requestPath } from '../../paths/access-requests.ts'
import { declineFillPath } from '../../paths/conversation.ts'
import { declinePath } from '../../paths/decisions.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  Fold,
  Form,
  FormActions,
  type Frame,
  Hidden,
  LinkButton,
  Radios,
  Stack,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import type { Offer } from '../canned-reasons/offer.query.ts'
import { PreparedTexts } from '../canned-reasons/offer.tsx'
import { blocks, declineCodes } from '../domain/request.ts'
import { words } from '../messages/index.ts'
import { fullName } from '../profile.ts'
import { AboutRequestPage } from './about-request.page.tsx'
import type { DecisionView } from './decide.query.ts'
import { type Again, againOf } from './form-again.page.ts'

/** Declining: a reason, the words that the person reads, and what only the deciders read. */
export function DeclinePage(props: {
  frame: Frame
  view: DecisionView
  offers: readonly Offer[]
  typed?: Typed | undefined
  errors?: FieldErrors | undefined
  problem?: string | undefined
}) {
  const { frame, view, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  const name = fullName(view.request.profile)
  const again = againOf(t, props)
  return (
    <AboutRequestPage
      frame={frame}
      view={view}
      title={t('decline.title', { name })}
      lead={t('decline.lead', { name })}
      errors={again.summary}
      problem={problem === undefined ? undefined : { title: t('decide.refused'), text: problem }}
      plain
    >
      <DeclineFields frame={frame} view={view} offers={props.offers} name={name} again={again} />
    </AboutRequestPage>
  )
}

type Fields = {
  frame: Frame
  view: DecisionView
  offers: readonly Offer[]
  name: string
  again: Again
}

function DeclineFields({ view, offers, name, again, frame }: Fields) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Form action={declinePath.to(view.request.id)}>
      <Hidden name="version" value={String(view.request.version)} />
      <WhyNot reader={reader} name={name} again={again}>
        <PreparedTexts
          reader={reader}
          offers={offers}
          action={declineFillPath.to(view.request.id)}
          into="text"
          name={name}
          chosen={again.value('prepared')}
        />
      </WhyNot>
      <Fold summary={t('decline.more')} open={isOpen(again)}>
        <TextArea
          reader={reader}
          name="private"
          label={t('decline.private')}
          help={t('decline.private-help')}
          rows={3}
          max={1000}
          value={again.value('private')}
          error={again.error('private')}
        />
        <Blocking reader={reader} name={name} again={again} />
      </Fold>
      <FormActions>
        <SubmitButton variant="danger" icon="x">
          {t('decline.press', { name })}
        </SubmitButton>
        <LinkButton href={requestPath.to(view.request.id)} variant="quiet">
          {t('approve.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

type Part = { reader: Reader; name: string; again: Again }

/** The reason and the words that go to the person who is declined. */
export function WhyNot({ reader, name, again, children }: Part & { children?: Child }) {
  const t = words.for(reader)
  return (
    <Stack>
      <Radios
        reader={reader}
        name="code"
        label={t('decline.code')}
        required
        items={declineCodes.map((code) => ({ value: code, label: t(`code.${code}`) }))}
        value={again.value('code')}
        error={again.error('code')}
      />
      {children}
      <TextArea
        reader={reader}
        name="text"
        label={t('decline.text')}
        help={t('decline.text-help', { name })}
        required
        min={10}
        max={1000}
        value={again.value('text')}
        error={again.error('text')}
      />
    </Stack>
  )
}

function Blocking({ reader, name, again }: Part) {
  const t = words.for(reader)
  return (
    <Radios
      reader={reader}
      name="block"
      label={t('decline.block')}
      required
      items={[
        { value: '', label: t('decline.block-none', { name }) },
        ...blocks.map((block) => ({ value: block, label: t(`decline.block-${block}`, { name }) })),
      ]}
      value={again.value('block') ?? ''}
      error={again.error('block')}
    />
  )
}

function isOpen(again: Again): boolean {
  return Boolean(again.value('private') || again.value('block') || again.error('private'))
}
