import { describe, expect, it } from 'vitest'
import { WrongConfiguration } from '../config/index.ts'
import { clientAddress, networkOf } from './client-address.ts'

describe('the address of a client', () => {
  it('is the peer when nobody is trusted, whatever the header says', () => {
    expect(clientAddress([])('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9')
  })

  it('is the right-most hop that is not trusted', () => {
    const find = clientAddress(['10.0.0.0/8'])
    expect(find('10.0.0.1', '1.2.3.4, 198.51.100.7, 10.9.9.9')).toBe('198.51.100.7')
  })

  it('cannot be forged by what a client puts before its own hop', () => {
    const find = clientAddress(['10.0.0.1'])
    expect(find('10.0.0.1', '127.0.0.1, evil, 198.51.100.7')).toBe('198.51.100.7')
  })

  it('is the proxy itself when it says nothing', () => {
    expect(clientAddress(['10.0.0.1'])('10.0.0.1', undefined)).toBe('10.0.0.1')
  })

  it('reads IPv4 written as IPv6', () => {
    expect(clientAddress(['10.0.0.1'])('::ffff:10.0.0.1', '198.51.100.7')).toBe('198.51.100.7')
  })

  it.each(['proxy.example', '10.0.0.0/x', '10.0.0.0/33', '10.0.0'])(
    'refuses %s as a trusted proxy, and names the variable',
    (entry) => {
      expect(() => clientAddress([entry])).toThrow(WrongConfiguration)
      expect(() => clientAddress([entry])).toThrow(/^TRUSTED_PROXIES/)
    },
  )
})

describe('the network of a client', () => {
  it('is an IPv4 address itself', () => expect(networkOf('203.0.113.9')).toBe('203.0.113.9'))

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('is the /64 of %s', (address, network) => expect(networkOf(address)).toBe(network))
})
