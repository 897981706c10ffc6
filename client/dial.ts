import { Socket } from "node:net";

/**
 * A socket that dials one address, whatever a driver asks it for: the driver is told the name that the certificate must
 * be for, and verifies that. The name of the address is looked up at each connection.
 */
export function socketTo(address: string, port: number): Socket {
  const socket = new Socket();
  const connect = socket.connect.bind(socket);
  const dial = (): Socket => connect({ host: address, port });
  // Of the forms of connect a driver uses the one of port and host.
  return Object.assign(socket, { connect: dial });
}
