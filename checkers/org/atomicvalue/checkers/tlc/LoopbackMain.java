package org.atomicvalue.checkers.tlc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.server.RMISocketFactory;
import java.util.Arrays;

/**
 * Runs another main class whose remote objects are to be reached from this machine only. Without it, RMI listens on all
 * network interfaces; {@code java.rmi.server.hostname} changes only the address that it gives to others.
 */
final class LoopbackMain {

  private LoopbackMain() {}

  /** @param args the name of the main class, then its arguments */
  public static void main(String[] args) throws Exception {
    RMISocketFactory.setSocketFactory(new LoopbackSockets());
    Class.forName(args[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
  }

  private static final class LoopbackSockets extends RMISocketFactory {

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
      return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }
  }
}
