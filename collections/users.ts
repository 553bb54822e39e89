import type { Access, CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { roleLabels, roles } from '../src/lib/roles'
import { fieldOnly, hasRole, only, staffOf } from './access'
import { costsTheSame, goodPassword } from './access/passwords'

/** Colleagues see each other's names (to know who reviews). */
const seeColleagues: Access = ({ req }) => {
  if (staffOf(req)) return true
  // Before the first password change one still has to be told who one is.
  return req.user ? { id: { equals: req.user.id } } : false
}

/** Only an administrator changes somebody else. */
const selfOrAdmin: Access = ({ req }) => {
  if (hasRole(req)) return true
  const me = staffOf(req)
  return me ? { id: { equals: me.id } } : false
}

export const users: CollectionConfig = {
  slug: 'users',
  labels: { singular: label('同事', 'Colleague'), plural: label('同事', 'Colleagues') },
  auth: {
    tokenExpiration: 8 * 3600,
    maxLoginAttempts: 5,
    lockTime: 15 * 60 * 1000,
    cookies: { sameSite: 'Lax' },
    loginWithUsername: { allowEmailLogin: false, requireEmail: false, requireUsername: true },
  },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'username', 'roles', 'office'],
    group: label('设置', 'Settings'),
    components: {
      beforeListTable: ['/src/admin/colleagues/Colleagues#AddColleague'],
      edit: { beforeDocumentControls: ['/src/admin/colleagues/Colleagues#ResetPassword'] },
    },
  },
  access: {
    admin: ({ req }) => Boolean(staffOf(req)),
    read: seeColleagues,
    create: only('admin'),
    update: selfOrAdmin,
    delete: only('admin'),
    unlock: only('admin'),
  },
  hooks: { beforeOperation: [costsTheSame], beforeValidate: [goodPassword] },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      label: label('姓名', 'Name'),
      access: { update: fieldOnly('admin') },
    },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: ['editor'],
      saveToJWT: true,
      label: label('角色', 'Roles'),
      access: { create: fieldOnly('admin'), update: fieldOnly('admin') },
      options: roles.map((value) => ({ value, label: roleLabels[value] })),
    },
    {
      name: 'office',
      type: 'relationship',
      relationTo: 'offices',
      index: true,
      saveToJWT: true,
      label: label('司法局/所', 'Office'),
      access: { create: fieldOnly('admin'), update: fieldOnly('admin') },
    },
    { name: 'telephone', type: 'text', label: label('电话', 'Telephone') },
    {
      name: 'mustChangePassword',
      type: 'checkbox',
      defaultValue: false,
      label: label('首次登录要改密码', 'Must change the password'),
      access: { create: fieldOnly('admin'), update: fieldOnly('admin') },
    },
  ],
}
