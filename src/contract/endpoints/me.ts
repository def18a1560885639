import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { meAnswer } from '../me.ts';

export const me = defineEndpoint({
  method: 'GET',
  path: '/api/me',
  title: '我是谁、能做什么',
  who: 'anyone',
  input: z.object({}),
  output: meAnswer,
});
