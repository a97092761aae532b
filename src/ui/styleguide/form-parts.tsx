import type { Reader } from '../../platform/i18n/reader.ts'
import {
  Card,
  Checkbox,
  Checkboxes,
  ErrorSummary,
  Field,
  Fold,
  Form,
  FormActions,
  LinkButton,
  Radios,
  Section,
  Select,
  SubmitButton,
  TextArea,
} from '../index.ts'

const reason = 'Too short'

/** Forms: fields, choices, mistakes. */
export function FormParts({ reader }: { reader: Reader }) {
  return (
    <Section title="A form that came back">
      <ErrorSummary
        reader={reader}
        errors={[
          {
            field: 'account-domain-identifier',
            message: 'Write the identifier as a domain, such as acme.example',
          },
          { field: 'reason', message: 'Say why in at least 10 characters' },
          { field: 'scope-1', message: 'Choose a scope of access.' },
        ]}
      />
      <Ask reader={reader} />
      <Details reader={reader} />
    </Section>
  )
}

function Specifics({ reader }: { reader: Reader }) {
  return (
    <>
      <Radios
        reader={reader}
        name="scope"
        label="Scope of Access"
        required
        error="Choose a scope of access."
        items={[
          { value: 'account', label: 'Entire Smart Account' },
          {
            value: 'virtual',
            label: 'Selected Virtual Accounts',
            inside: (
              <Checkboxes
                reader={reader}
                name="va"
                label="Virtual Accounts"
                required
                values={['lab']}
                items={[
                  { value: 'default', label: 'DEFAULT' },
                  { value: 'paris', label: 'Paris', children: [{ value: 'lab', label: 'Paris Lab' }] },
                  { value: 'lyon', label: 'Lyon', disabled: true, help: 'Outside of what you may give.' },
                ]}
              />
            ),
          },
          { value: 'unsure', label: 'Not sure', help: 'The administrator decides.' },
        ]}
      />
      <Select
        reader={reader}
        name="role"
        label="User Role"
        placeholder="Not sure, the administrator decides"
        width="medium"
        options={[
          { value: 'SU', label: 'Smart Account User' },
          { value: 'SV', label: 'Smart Account Viewer' },
        ]}
      />
      <Checkbox name="sure" label="I have read what this role may do" />
    </>
  )
}

function Ask({ reader }: { reader: Reader }) {
  return (
    <Form action="/styleguide">
      <Field
        reader={reader}
        name="account-domain-identifier"
        label="Account Domain Identifier"
        star
        required
        help="For example acme.example. An address of a page or an e-mail address is accepted too."
        error="Write the identifier as a domain, such as acme.example"
        value="acme"
        spellcheck={false}
      />
      <TextArea
        reader={reader}
        name="reason"
        label="Reason For Request"
        star
        required
        min={10}
        max={1000}
        value={reason}
        error="Say why in at least 10 characters"
      />
      <TextArea
        reader={reader}
        name="note"
        label="Note"
        max={200}
        rows={3}
        help="Only the other administrators read this."
      />
      <Fold summary="Be more specific (optional)" open>
        <Specifics reader={reader} />
      </Fold>
      <FormActions>
        <SubmitButton>Send Request</SubmitButton>
        <LinkButton href="/" variant="quiet">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function Details({ reader }: { reader: Reader }) {
  return (
    <Form action="/styleguide">
      <Card title="Your Personal Details">
        <Field
          reader={reader}
          name="first"
          label="First name"
          value="Raul"
          required
          width="medium"
          autocomplete="given-name"
        />
        <Field reader={reader} name="preferred" label="Preferred first name" width="medium" />
        <Field reader={reader} name="company" label="Company" value="ACME" owner="the directory of ACME" />
        <Field reader={reader} name="until" type="date" label="End date" width="short" />
      </Card>
      <FormActions>
        <SubmitButton>Save</SubmitButton>
      </FormActions>
    </Form>
  )
}
