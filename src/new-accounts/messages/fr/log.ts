/** Ce que le journal de l’installation dit des nouveaux comptes. */
export default {
  'application.log.submitted': 'a demandé un nouveau compte',
  'application.log.resubmitted': 'a modifié et renvoyé sa demande de nouveau compte',
  'application.log.nominee-changed': 'a désigné quelqu’un d’autre pour administrer le nouveau compte',
  'application.log.reminded': 'a fait rappeler l’administrateur d’un nouveau compte demandé par {person}',
  'application.log.proven': 'a prouvé le domaine d’un nouveau compte demandé par {person}',
  'application.log.proof-lost': 'a retiré la preuve du domaine d’un nouveau compte de {person}',
  'application.log.role-mail-asked':
    'a fait envoyer un mail à la boîte {mailbox} du domaine d’un nouveau compte',
  'application.log.approved': 'a approuvé la demande de nouveau compte de {person}',
  'application.log.action-asked': 'a demandé à {person} de modifier sa demande de nouveau compte',
  'application.log.declined': 'a refusé la demande de nouveau compte de {person}',
  'application.log.accepted':
    'a accepté d’administrer un nouveau compte demandé par {person}, qui existe désormais',
  'application.log.refused': 'a refusé d’administrer un nouveau compte demandé par {person}',
  'application.log.held':
    'a accepté un nouveau compte demandé par {person}, dont l’identificateur n’était plus libre',
  'application.log.withdrawn': 'a retiré sa demande de nouveau compte',
  'application.log.expiry-near': 'a averti {person} que sa demande de nouveau compte expire bientôt',
  'application.log.expired': 'a laissé expirer la demande de nouveau compte de {person}',
  'application.log.domain-proven': 'a prouvé le domaine du compte',
  'application.log.domain-lost':
    'a retiré la preuve du domaine du compte : son fournisseur d’identité n’en répond plus',
} as const
