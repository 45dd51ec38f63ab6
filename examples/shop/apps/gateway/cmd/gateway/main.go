// Gateway leads requests to the services behind it.
package main

import (
	"flag"
	"log"
	"net/http"
	"os"
	"time"

	"git.example.com/shop/gateway/internal/proxy"
)

func main() {
	health := flag.Bool("health", false, "ask the running gateway whether it is well")
	flag.Parse()
	if *health {
		os.Exit(probe())
	}
	server := &http.Server{Addr: ":8080", Handler: proxy.Routes(), ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
}

func probe() int {
	client := http.Client{Timeout: 2 * time.Second}
	response, err := client.Get("http://127.0.0.1:8080/health")
	if err != nil || response.StatusCode != http.StatusOK {
		return 1
	}
	return 0
}
