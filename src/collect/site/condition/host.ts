/** Host name of an address as resolvers and sockets want it: without port and without the brackets of IPv6. */
export const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');
