import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { MingchaError } from '../../core/error.ts';
import { createGuard, REFUSED_CODE, type Resolve } from './guard.ts';

const open = createGuard({ allowNetworks: [] });
const permits = (text: string, guard = open): boolean => guard.permits(new URL(text));

describe('spellings that must never be visited', () => {
  it.each([
    // loopback
    'http://127.0.0.1/',
    'http://127.0.0.1:8080/',
    'http://127.1/',
    'http://127.0.1/',
    'http://127.255.255.254/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://0177.0.0.01/',
    'http://017700000001/',
    'http://127.0.0.1./',
    'http://１２７.０.０.１/',
    'http://127。0。0。1/',
    'http://①②⑦.0.0.1/',
    'http://%31%32%37.0.0.1/',
    'http:\\\\127.0.0.1\\',
    'http:127.0.0.1',
    'http://gov.example@127.0.0.1/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    // unspecified
    'http://0/',
    'http://0.0.0.0/',
    'http://[::]/',
    'http://[::ffff:0.0.0.0]/',
    // private
    'http://10.0.0.1/',
    'http://10.255.255.255/',
    'http://012.0.0.1/',
    'http://0xa.1/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://3232235777/',
    'http://0xc0.0xa8.1.1/',
    'http://[::ffff:192.168.1.1]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[fc00::1]/',
    'http://[fd12:3456::1]/',
    'http://[fec0::1]/',
    // link-local and metadata
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://0251.0376.0251.0376/',
    'http://[::ffff:169.254.169.254]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://100.100.100.200/',
    'http://168.63.129.16/',
    // shared, test, multicast, reserved, tunnels
    'http://100.64.0.1/',
    'http://192.0.0.8/',
    'http://192.0.2.1/',
    'http://198.18.0.1/',
    'http://203.0.113.9/',
    'http://224.0.0.1/',
    'http://239.255.255.250/',
    'http://255.255.255.255/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:53aa:64c::1]/',
    'http://[64:ff9b:1::1]/',
    'http://[100::1]/',
    // not the web, not a visitor's port, not without a password
    'ftp://www.gov.cn/',
    'file:///etc/passwd',
    'data:text/html,hi',
    'gopher://www.gov.cn/',
    'http://www.gov.cn:22/',
    'http://www.gov.cn:25/',
    'http://www.gov.cn:6379/',
    'http://www.gov.cn:0/',
    'http://user:secret@www.gov.cn/',
  ])('%s', (text) => {
    expect(permits(text)).toBe(false);
  });
});

describe('ordinary addresses', () => {
  it.each([
    'http://www.gov.cn/',
    'https://www.gov.cn:8443/a',
    'http://www.gov.cn:81/',
    'http://8.8.8.8/',
    'http://172.15.255.255/',
    'http://172.32.0.1/',
    'http://100.63.255.255/',
    'http://100.128.0.1/',
    'http://169.253.0.1/',
    'http://223.255.255.255/',
    'http://[2408:8000::1]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[64:ff9b::808:808]/',
    'http://政府.政务/',
  ])('%s', (text) => {
    expect(permits(text)).toBe(true);
  });
});

describe('ranges an operator opens', () => {
  const guard = createGuard({ allowNetworks: ['127.0.0.0/8', '10.20.0.0/16', 'fd00::/8', '192.168.7.7'] });
  it.each([
    ['http://127.0.0.1:4000/', true],
    ['http://[::ffff:127.0.0.1]/', true],
    ['http://10.20.255.255/', true],
    ['http://10.21.0.0/', false],
    ['http://[fd12::1]/', true],
    ['http://[fc12::1]/', false],
    ['http://192.168.7.7/', true],
    ['http://192.168.7.8/', false],
    ['http://127.0.0.1:6379/', false],
  ])('%s → %s', (text, expected) => {
    expect(permits(text, guard)).toBe(expected);
  });
  it.each(['10.0.0.0/33', '10.0.0/8', 'here', '', '10.0.0.0/', '10.0.0.0/8x', '::1/129'])('says what is wrong with %j', (range) => {
    expect(() => createGuard({ allowNetworks: [range] })).toThrow(MingchaError);
  });
});

describe('names', () => {
  const resolving = (addresses: readonly string[]) => {
    const resolve: Resolve = async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const { lookup } = createGuard({ allowNetworks: [], resolve });
    return promisify((host: string, done: (error: Error | null, found?: unknown) => void) =>
      lookup(host, { all: true }, (error, found) => done(error, found)),
    )('names.example');
  };
  it.each([['127.0.0.1'], ['::1'], ['10.0.0.1', '192.168.0.1'], ['::ffff:10.0.0.1'], ['fe80::1%eth0']])(
    'that lead inside are refused: %s',
    async (...inside) => {
      await expect(resolving(inside)).rejects.toMatchObject({ code: REFUSED_CODE });
    },
  );
  it('with both kinds of address keep only the public ones', async () => {
    await expect(resolving(['10.0.0.1', '8.8.8.8'])).resolves.toEqual([{ address: '8.8.8.8', family: 4 }]);
  });
});
