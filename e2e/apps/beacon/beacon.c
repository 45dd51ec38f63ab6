/* A server that tells one ship where it is: sources, a Makefile, and no stack that would be known. */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void answer(int client) {
  char request[1024];
  ssize_t length = read(client, request, sizeof request - 1);
  if (length <= 0) return;
  request[length] = '\0';
  const char *body = "{\"lat\":54.3,\"lon\":10.1}";
  const char *status = "200 OK";
  char path[256] = "";
  sscanf(request, "GET %255s", path);
  if (strcmp(path, "/health") == 0) body = "ok";
  else if (strcmp(path, "/") != 0) status = "404 Not Found", body = "";
  dprintf(client, "HTTP/1.1 %s\r\nContent-Length: %zu\r\nConnection: close\r\n\r\n%s", status, strlen(body), body);
}

int main(void) {
  int server = socket(AF_INET, SOCK_STREAM, 0);
  int yes = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(7700), .sin_addr = {htonl(INADDR_ANY)}};
  signal(SIGPIPE, SIG_IGN);
  setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (bind(server, (struct sockaddr *)&address, sizeof address) != 0 || listen(server, 16) != 0) {
    perror("beacon");
    return 1;
  }
  for (;;) {
    int client = accept(server, NULL, NULL);
    if (client < 0) continue;
    answer(client);
    close(client);
  }
}
