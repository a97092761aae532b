import { changeAddressPath, confirmAddressPath, settingsPath } from '../../paths/people.ts'
import type { Frame } from '../../ui/index.ts'
import { AddressField, FormPage, SubmitOrCancel } from '../form.page.tsx'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'
import { profileCrumbs } from '../profile/profile-menu.page.tsx'

/** Another mail address, which must be proven before it counts. */
export function ChangeAddressPage({ frame, ...typed }: { frame: Frame } & Again) {
  const { reader } = frame
  const t = words.for(reader)
  const form = again(t, typed)
  const title = t('change-address.title')
  return (
    <FormPage
      frame={frame}
      title={title}
      lead={t('change-address.lead')}
      action={changeAddressPath.to()}
      errors={form.summary}
      breadcrumb={profileCrumbs(reader, 'settings', title)}
    >
      <AddressField reader={reader} form={form} label={t('change-address.new')} autocomplete="email" />
      <SubmitOrCancel reader={reader} submit={t('change-address.submit')} back={settingsPath.to()} />
    </FormPage>
  )
}

/** Where the link to an address leads: what will change, and a button. `own`: it is theirs already, and mail came back. */
export function ConfirmAddressPage(props: { frame: Frame; address: string; own: boolean }) {
  const { frame, address, own } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <FormPage
      frame={frame}
      title={t(own ? 'confirm-address.own.title' : 'confirm-address.title')}
      lead={t(own ? 'confirm-address.own.lead' : 'confirm-address.lead', { address })}
      action={confirmAddressPath.to()}
      errors={[]}
    >
      <SubmitOrCancel
        reader={reader}
        submit={t(own ? 'confirm-address.own.submit' : 'confirm-address.submit')}
        back={settingsPath.to()}
      />
    </FormPage>
  )
}
