import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';

/** What the server took, envelope and data as sent. */
export interface TakenMail {
  from: string;
  to: string;
  data: string;
}

/** A mail server for tests: speaks SMTP (RFC 5321) with AUTH PLAIN, takes mail or answers as told. */
export interface SmtpServer {
  port: number;
  taken: TakenMail[];
  /** Reply to RCPT instead of 250; null: take it. */
  refuse: string | null;
  /** Password that AUTH must bring; null: nobody has to sign in. */
  password: string | null;
  stop(): Promise<void>;
}

export async function smtpServer(): Promise<SmtpServer> {
  const open = new Set<Socket>();
  const self: SmtpServer = { port: 0, taken: [], refuse: null, password: null, stop };
  const server: Server = createServer((socket) => {
    open.add(socket.on('close', () => open.delete(socket)).on('error', () => undefined));
    talk(socket, self);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  self.port = (server.address() as AddressInfo).port;
  return self;

  async function stop(): Promise<void> {
    for (const socket of open) socket.destroy();
    await new Promise((done) => server.close(done));
  }
}

function talk(socket: Socket, server: SmtpServer): void {
  let waiting = '';
  let mail: TakenMail | null = null;
  let inData = false;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  say('220 mail.test ESMTP');
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    waiting += chunk;
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, end);
      waiting = waiting.slice(end + 2);
      if (inData) takeLine(line);
      else obey(line);
    }
  });

  function takeLine(line: string): void {
    if (line !== '.') {
      if (mail) mail.data += `${line.replace(/^\.\./, '.')}\n`;
      return;
    }
    inData = false;
    if (mail) server.taken.push(mail);
    say('250 2.0.0 queued');
  }

  function obey(line: string): void {
    const [verb = ''] = line.toUpperCase().split(/[ :]/);
    if (verb === 'EHLO') say('250-mail.test\r\n250-8BITMIME\r\n250 AUTH PLAIN');
    else if (verb === 'AUTH') {
      const [, , password] = Buffer.from(line.split(' ')[2] ?? '', 'base64')
        .toString()
        .split('\0');
      say(password === server.password ? '235 2.7.0 ok' : '535 5.7.8 authentication failed');
    } else if (verb === 'MAIL') {
      mail = { from: between(line), to: '', data: '' };
      say('250 2.1.0 ok');
    } else if (verb === 'RCPT') {
      if (mail) mail.to = between(line);
      say(server.refuse ?? '250 2.1.5 ok');
    } else if (verb === 'DATA') {
      inData = true;
      say('354 go on');
    } else if (verb === 'QUIT') {
      say('221 2.0.0 bye');
      socket.end();
    } else say('502 5.5.1 not implemented');
  }
}

const between = (line: string): string => /<(.*?)>/.exec(line)?.[1] ?? '';
